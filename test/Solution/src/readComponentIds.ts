import { basename } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { descendantsOf, elementsOf, textOf } from "../../../scripts/pack/xml";
import type { ComponentKind } from "../../../scripts/generate/componentId";
import { sourceFiles } from "./sourceFolder";

export interface ComponentIdAt {
  file: string;
  kind: ComponentKind;
  /** What the id is derived from, together with the kind. */
  path: string;
  /** The id that stands there, lower case without braces. */
  id: string;
}

const bare = (id: string | null | undefined) => (id ?? "").replace(/[{}]/g, "").toLowerCase();
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? "";

/** Every place in Solution/src where a component of ours states its id, with the path that the id must come from. */
export function readComponentIds(): ComponentIdAt[] {
  return [
    ...rows(),
    ...sourceFiles(/\/FormXml\//).flatMap(({ file, root }) => formsIn(file, root)),
    ...sourceFiles(/^Dashboards\//).flatMap(({ file, root }) =>
      formIds(root, { file, form: `none/dashboard/${nameOf(root)}`, id: textOf(root, "FormId") }),
    ),
  ];
}

function rows(): ComponentIdAt[] {
  const read = (path: RegExp, idsOf: (root: Element, file: string) => [ComponentKind, string, string][]) =>
    sourceFiles(path).flatMap(({ file, root }) =>
      idsOf(root, file).map(([kind, key, id]) => ({ file, kind, path: key, id: bare(id) })),
    );
  return [
    ...read(/^WebResources\//, (root) => [
      ["webresource", textOf(root, "Name") ?? "", textOf(root, "WebResourceId") ?? ""],
    ]),
    ...read(/^Roles\//, (root) => [["role", attribute(root, "name"), attribute(root, "id")]]),
    ...read(/^Workflows\//, (root) => [["workflow", attribute(root, "Name"), attribute(root, "WorkflowId")]]),
    ...read(/FieldSecurityProfiles\.xml$/, (root) =>
      elementsOf(root).map((profile) => [
        "fieldsecurityprofile",
        attribute(profile, "name"),
        attribute(profile, "fieldsecurityprofileid"),
      ]),
    ),
    ...read(/^PluginAssemblies\//, (root) => [
      ["pluginassembly", attribute(root, "FullName").split(",")[0] ?? "", attribute(root, "PluginAssemblyId")],
      ...descendantsOf(root, "PluginType").map((type): [ComponentKind, string, string] => [
        "plugintype",
        attribute(type, "Name"),
        attribute(type, "PluginTypeId"),
      ]),
    ]),
    ...read(/^SdkMessageProcessingSteps\//, stepIds),
    ...read(/\/SavedQueries\//, (root, file) =>
      elementsOf(root).map((view) => [
        "savedquery",
        `${tableOf(file)}/${nameOf(view)}`,
        textOf(view, "savedqueryid") ?? "",
      ]),
    ),
    ...read(/\/Visualizations\//, (root, file) => [
      ["visualization", `${tableOf(file)}/${nameOf(root)}`, textOf(root, "savedqueryvisualizationid") ?? ""],
    ]),
  ];
}

const tableOf = (file: string) => (file.split("/")[1] ?? "").toLowerCase();
const nameOf = (component: Element) =>
  attribute(descendantsOf(component, "LocalizedName")[0] ?? component, "description");

/** Steps are named "<type>: <message> of <table>". */
function stepIds(step: Element): [ComponentKind, string, string][] {
  const [, message = ""] = /: (\w+) of /.exec(attribute(step, "Name")) ?? [];
  const key = `${textOf(step, "PrimaryEntity") ?? ""}/${message}`;
  return [
    ["step", key, attribute(step, "SdkMessageProcessingStepId")],
    ...descendantsOf(step, "SdkMessageProcessingStepImage").map((image): [ComponentKind, string, string] => [
      "stepimage",
      `${key}/${attribute(image, "Name")}`,
      textOf(image, "SdkMessageProcessingStepImageId") ?? "",
    ]),
  ];
}

function formsIn(file: string, root: Element): ComponentIdAt[] {
  const type = basename(file.slice(0, file.lastIndexOf("/")));
  return elementsOf(root).flatMap((systemform) =>
    formIds(systemform, {
      file,
      form: `${tableOf(file)}/${type}/${nameOf(systemform)}`,
      id: textOf(systemform, "formid"),
    }),
  );
}

/** Ids of a form or dashboard and of all its parts; `form` is the path that they come from. */
function formIds(
  systemform: Element,
  { file, form, id: formId }: { file: string; form: string; id: string | undefined },
): ComponentIdAt[] {
  const at = (kind: ComponentKind, path: string, id: string | null | undefined) => ({
    file,
    kind,
    path,
    id: bare(id),
  });
  return [
    at("form", form, formId),
    ...descendantsOf(systemform, "tab").flatMap((tab) => {
      const tabPath = `${form}/${attribute(tab, "name")}`;
      return [
        at("tab", tabPath, tab.getAttribute("id")),
        ...descendantsOf(tab, "section").flatMap((section) => {
          const sectionPath = `${tabPath}/${attribute(section, "name")}`;
          return [at("section", sectionPath, section.getAttribute("id")), ...cellIds(section, sectionPath, at)];
        }),
      ];
    }),
    ...descendantsOf(systemform, "header").flatMap((header) => [
      at("header", form, header.getAttribute("id")),
      ...cellIds(header, `${form}/header`, at),
    ]),
    ...descendantsOf(systemform, "control")
      .filter((control) => control.hasAttribute("uniqueid"))
      .map((control) => at("control", `${form}/${attribute(control, "id")}`, control.getAttribute("uniqueid"))),
    ...descendantsOf(systemform, "event").flatMap((event) =>
      descendantsOf(event, "Handler").map((handler) =>
        at(
          "handler",
          `${form}/${attribute(event, "name")}/${attribute(handler, "functionName")}`,
          handler.getAttribute("handlerUniqueId"),
        ),
      ),
    ),
    ...descendantsOf(systemform, "Library").map((library) =>
      at("library", `${form}/${attribute(library, "name")}`, library.getAttribute("libraryUniqueId")),
    ),
  ];
}

/** A cell is named after the control that it holds. */
function cellIds(
  container: Element,
  path: string,
  at: (kind: ComponentKind, path: string, id: string | null) => ComponentIdAt,
): ComponentIdAt[] {
  return descendantsOf(container, "cell").map((cell) => {
    const control = descendantsOf(cell, "control")[0];
    return at("cell", `${path}/${control ? attribute(control, "id") : ""}`, cell.getAttribute("id"));
  });
}
