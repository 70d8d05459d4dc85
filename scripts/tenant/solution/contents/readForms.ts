import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, childFlag, childText, guidOf, titleIn } from "../elements";
import type { FormContent } from "./SolutionContents";

/** The forms below `<FormXml>` of a table. */
export function readForms(entity: Element, table: string): FormContent[] {
  return childElements(childElement(entity, "FormXml"), "forms").flatMap((group) =>
    childElements(group, "systemform").flatMap((systemForm) => {
      const form = childElement(systemForm, "form");
      if (!form || attributeOf(systemForm, "unmodified") === "1") return [];
      return [
        {
          id: guidOf(childText(systemForm, "formid")) ?? "",
          table,
          type: attributeOf(group, "type") ?? "main",
          ...titleIn(systemForm),
          active: childFlag(systemForm, "FormActivationState") ?? true,
          form,
        },
      ];
    }),
  );
}

/** The dashboards below `<Dashboards>`: forms of no table. */
export function readDashboards(customizations: Element): FormContent[] {
  return childElements(childElement(customizations, "Dashboards"), "Dashboard").flatMap((dashboard) =>
    childElements(childElement(dashboard, "FormXml"), "forms").flatMap((group) =>
      childElements(group, "form").map((form) => ({
        id: guidOf(childText(dashboard, "FormId")) ?? "",
        table: "none",
        type: attributeOf(group, "type") ?? "dashboard",
        ...titleIn(dashboard),
        active: true,
        form,
      })),
    ),
  );
}
