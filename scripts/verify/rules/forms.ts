import type { Element } from "@xmldom/xmldom";
import { descendantsOf, elementOf, elementsOf, textOf } from "../../pack/xml";
import { componentsIn, isOwnName, type Rule, type SolutionPackage, type Violation } from "../SolutionPackage";

interface Form {
  table: string;
  entity: Element;
  systemform: Element;
  /** How messages name the form. */
  file: string;
}

const formsIn = (solution: SolutionPackage): Form[] =>
  componentsIn(solution, "Entities").flatMap((entity) => {
    const table = textOf(entity, "Name") ?? "";
    return elementsOf(entity, "FormXml")
      .flatMap((place) => descendantsOf(place, "systemform"))
      .map((systemform) => ({
        table,
        entity,
        systemform,
        file: `form ${textOf(systemform, "formid") ?? ""} of ${table}`,
      }));
  });

const onEachForm =
  (check: (form: Form, solution: SolutionPackage) => string[]) =>
  (solution: SolutionPackage): Violation[] =>
    formsIn(solution).flatMap((form) => check(form, solution).map((words) => ({ file: form.file, words })));

const controlsOf = (form: Form) => descendantsOf(form.systemform, "control");

const shape: Rule = {
  name: "a form is tabs, columns, sections, rows, cells, controls",
  check: onEachForm(({ systemform }) => {
    const parents: Record<string, string> = {
      tab: "tabs",
      section: "sections",
      row: "rows",
      cell: "row",
      control: "cell",
    };
    const form = elementOf(systemform, "form");
    if (!form) return ["It has no <form> element."];
    return Object.entries(parents).flatMap(([child, parent]) =>
      descendantsOf(form, child)
        .filter((element) => element.parentNode?.nodeName !== parent && element.parentNode?.nodeName !== "parameters")
        .filter((element) => child !== "control" || element.getAttribute("classid") !== null)
        .map((element) => `<${child}> stands in <${element.parentNode?.nodeName ?? "?"}>, not in <${parent}>.`),
    );
  }),
};

const columns: Rule = {
  name: "every column on a form or view is in its table",
  check: (solution) => {
    const onForms = onEachForm(({ entity, systemform }) => {
      const known = logicalNames(entity);
      return descendantsOf(systemform, "control")
        .map((control) => control.getAttribute("datafieldname") ?? "")
        .filter((name) => isOwnName(solution, name) && !known.has(name))
        .map((name) => `It shows the column ${name}, which its table lacks.`);
    })(solution);
    return [...onForms, ...viewColumns(solution)];
  },
};

const logicalNames = (entity: Element) =>
  new Set(descendantsOf(entity, "attribute").map((attribute) => textOf(attribute, "LogicalName") ?? ""));

const viewColumns = (solution: SolutionPackage): Violation[] =>
  componentsIn(solution, "Entities").flatMap((entity) => {
    const known = logicalNames(entity);
    return descendantsOf(entity, "savedquery").flatMap((view) =>
      descendantsOf(view, "cell")
        .map((cell) => cell.getAttribute("name") ?? "")
        .filter((name) => isOwnName(solution, name) && !name.includes(".") && !known.has(name))
        .map((name) => ({
          file: `view ${textOf(view, "savedqueryid") ?? ""} of ${textOf(entity, "Name") ?? ""}`,
          words: `It shows the column ${name}, which its table lacks.`,
        })),
    );
  });

const customControls: Rule = {
  name: "every control on a form is in the solution and has its place",
  check: onEachForm((form, solution) => {
    const shipped = new Set(componentsIn(solution, "CustomControls").map((control) => textOf(control, "Name") ?? ""));
    const uniqueIds = new Set(controlsOf(form).map((control) => control.getAttribute("uniqueid")?.toLowerCase()));
    const absent = descendantsOf(form.systemform, "customControl")
      .map((control) => control.getAttribute("name") ?? "")
      .filter((name) => isOwnName(solution, name) && !shipped.has(name));
    const homeless = descendantsOf(form.systemform, "controlDescription")
      .map((description) => description.getAttribute("forControl")?.toLowerCase() ?? "")
      .filter((id) => !uniqueIds.has(id));
    return [
      ...[...new Set(absent)].map((name) => `It shows the control ${name}, which this solution lacks.`),
      ...homeless.map((id) => `A control description is for ${id}, but no control has that uniqueid.`),
    ];
  }),
};

const libraries: Rule = {
  name: "every script of a form is in the solution",
  check: onEachForm(({ systemform }, solution) => {
    const shipped = new Set(componentsIn(solution, "WebResources").map((resource) => textOf(resource, "Name") ?? ""));
    const named = descendantsOf(systemform, "Library").map((library) => library.getAttribute("name") ?? "");
    const handled = descendantsOf(systemform, "Handler").map((handler) => handler.getAttribute("libraryName") ?? "");
    return [
      ...named
        .filter((name) => isOwnName(solution, name) && !shipped.has(name))
        .map((name) => `It loads ${name}, which this solution lacks.`),
      ...handled
        .filter((name) => isOwnName(solution, name) && !named.includes(name))
        .map((name) => `A handler calls ${name}, which is not among the form's libraries.`),
    ];
  }),
};

const subgrids: Rule = {
  name: "every sub-grid finds its table, view and relationship",
  check: onEachForm(({ systemform }, solution) => {
    const names = (section: string) => componentsIn(solution, section);
    const tables = new Set(names("Entities").map((entity) => (textOf(entity, "Name") ?? "").toLowerCase()));
    const views = new Set(
      descendantsOf(solution.customizations, "savedqueryid").map((id) => (id.textContent ?? "").trim().toLowerCase()),
    );
    const relationships = new Set(names("EntityRelationships").map((row) => row.getAttribute("Name") ?? ""));
    return descendantsOf(systemform, "control")
      .filter((control) => control.getAttribute("indicationOfSubgrid") === "true")
      .flatMap((control) => {
        const parameters = elementOf(control, "parameters");
        const value = (name: string) => (parameters ? textOf(parameters, name) : undefined) ?? "";
        if (!isOwnName(solution, value("TargetEntityType"))) return [];
        return [
          !tables.has(value("TargetEntityType")) &&
            `A sub-grid lists ${value("TargetEntityType")}, which this solution lacks.`,
          !views.has(value("ViewId").toLowerCase()) &&
            `A sub-grid uses the view ${value("ViewId")}, which this solution lacks.`,
          isOwnName(solution, value("RelationshipName")) &&
            !relationships.has(value("RelationshipName")) &&
            `A sub-grid follows ${value("RelationshipName")}, which this solution lacks.`,
        ].filter((words) => words !== false);
      });
  }),
};

const uniqueIds: Rule = {
  name: "ids on a form are unique",
  check: onEachForm(({ systemform }) =>
    [
      ["tab", "id"],
      ["section", "id"],
      ["cell", "id"],
      ["control", "uniqueid"],
      ["Handler", "handlerUniqueId"],
      ["Library", "libraryUniqueId"],
    ].flatMap(([element = "", attribute = ""]) =>
      descendantsOf(systemform, element)
        .map((found) => (found.getAttribute(attribute) ?? "").toLowerCase())
        .filter((id, at, all) => id !== "" && all.indexOf(id) !== at)
        .map((id) => `Two ${element} elements share the id ${id}.`),
    ),
  ),
};

const diffs: Rule = {
  name: "a managed form of another publisher's table is a diff",
  check: (solution) =>
    !solution.isManaged
      ? []
      : formsIn(solution)
          .filter(
            ({ table, entity }) => !isOwnName(solution, table) && descendantsOf(entity, "EntitySetName").length === 0,
          )
          .filter(
            ({ systemform }) =>
              descendantsOf(systemform, "tab").length > 0 && !hasAction(systemform) && !isOwnForm(systemform),
          )
          .map(({ file }) => ({
            file,
            words: "It replaces a form that this publisher does not own: mark each change with solutionaction.",
          })),
};

const hasAction = (element: Element): boolean =>
  element.hasAttribute("solutionaction") || elementsOf(element).some((child) => hasAction(child));

/** A form that another publisher brought has an older version than its own solution knows; a new one says it can be customised. */
const isOwnForm = (systemform: Element) =>
  textOf(systemform, "IsCustomizable") !== undefined && !hasOrdinals(systemform);
const hasOrdinals = (systemform: Element) =>
  descendantsOf(systemform, "tab").some((tab) => tab.hasAttribute("ordinalvalue"));

/** Rules about forms and views. */
export const formRules: readonly Rule[] = [shape, columns, customControls, libraries, subgrids, uniqueIds, diffs];
