import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { filesBelow } from "../pack/sourceFiles";
import { descendantsOf, elementOf, elementsOf, readXml, textOf } from "../pack/xml";
import { code, page, table } from "./markdown";

/** The page about everything that the solution brings; `source` is the path of Solution/src. */
export function renderDictionary(source: string): Promise<string> {
  return page([
    "# Data dictionary",
    "Everything that the solution brings into an environment, by its own sources. `npm run generate` makes this page.",
    "Columns that every table of Dataverse has, such as owner, status and times, are left out. Secured columns are opened by a column security profile only. " +
      "The connector itself writes the tables Referral Link, Sync Message, Conflict and Audit Entry; elsewhere a column says so where it is not people who fill it.",
    "## Tables",
    ...entities(source).flatMap(describeTable(relationships(source))),
    "## Choices",
    ...files(join(source, "OptionSets")).map(readXml).flatMap(describeChoice),
    "## Environment variables",
    describeVariables(join(source, "environmentvariabledefinitions")),
    "## Custom APIs",
    "All are unbound actions. Who may call one is decided by a privilege: see [security roles](../ROLES.md).",
    ...folders(join(source, "customapis")).flatMap(describeApi),
    "## Security roles",
    "[Security roles](../ROLES.md) gives every privilege with its reason.",
    table(
      ["Role", "Privileges"],
      files(join(source, "Roles"))
        .map(readXml)
        .map((role) => [attribute(role, "name"), String(descendantsOf(role, "RolePrivilege").length)]),
    ),
    "## Column security profiles",
    ...descendantsOf(readXml(join(source, "Other/FieldSecurityProfiles.xml")), "FieldSecurityProfile").flatMap(
      describeProfile,
    ),
    "## Cloud flows",
    "[Cloud flows](../README.md#cloud-flows) says what each calls.",
    table(["Flow", "What it does"], flows(join(source, "Workflows"))),
  ]);
}

const folders = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
const files = folders;

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";

/** English text of a list of labels, such as `Descriptions`. */
const labelOf = (element: Element, list: string): string => {
  const labels = elementOf(element, list);
  const [first] = labels === undefined ? [] : elementsOf(labels);
  return first === undefined ? "" : attribute(first, "description");
};

const defaultOf = (element: Element, name: string): string => {
  const found = elementOf(element, name);
  return found === undefined ? "" : attribute(found, "default");
};

const entities = (source: string): Element[] =>
  folders(join(source, "Entities")).flatMap((folder) => descendantsOf(readXml(join(folder, "Entity.xml")), "entity"));

interface Relationship {
  name: string;
  from: string;
  column: string;
  to: string;
  onDelete: string;
}

const relationships = (source: string): Relationship[] =>
  files(join(source, "Other/Relationships"))
    .flatMap((file) => descendantsOf(readXml(file), "EntityRelationship"))
    .map((relationship) => ({
      name: attribute(relationship, "Name"),
      from: textOf(relationship, "ReferencingEntityName") ?? "",
      column: (textOf(relationship, "ReferencingAttributeName") ?? "").toLowerCase(),
      to: textOf(relationship, "ReferencedEntityName") ?? "",
      onDelete: textOf(relationship, "CascadeDelete") ?? "",
    }))
    .filter(({ column }) => column.startsWith("cosell_"));

const types: Readonly<Record<string, string>> = {
  bit: "yes/no",
  datetime: "date and time",
  int: "whole number",
  lookup: "lookup",
  ntext: "long text",
  nvarchar: "text",
  picklist: "choice",
  primarykey: "identifier",
};

const onDeletes: Readonly<Record<string, string>> = {
  RemoveLink: "the lookup is emptied",
  Cascade: "the row is deleted, too",
  Restrict: "it is refused",
  NoCascade: "nothing",
};

const typeOf = (column: Element, all: readonly Relationship[], from: string): string => {
  const type = textOf(column, "Type") ?? "";
  const name = types[type] ?? type;
  if (type === "lookup") {
    const to = all.find((one) => one.from === from && one.column === textOf(column, "LogicalName"))?.to;
    return to === undefined ? name : `${name}: ${to}`;
  }
  if (type === "picklist") return `${name}: ${textOf(column, "OptionSetName") ?? ""}`;
  const length = textOf(column, "MaxLength");
  return type === "ntext" || type === "nvarchar" ? `${name}, ${length ?? "?"}` : name;
};

const isRequired = (column: Element): boolean => textOf(column, "RequiredLevel") === "required";

const describeTable =
  (all: readonly Relationship[]) =>
  (entity: Element): string[] => {
    const name = attribute(entity, "Name");
    const columns = descendantsOf(entity, "attribute").filter((column) => textOf(column, "IsCustomField") === "1");
    const isOurs = name.startsWith("cosell_");
    const keys = descendantsOf(entity, "EntityKey").map((key) => [
      code(textOf(key, "LogicalName") ?? ""),
      descendantsOf(key, "AttributeName")
        .map((column) => code(column.textContent ?? ""))
        .join(", "),
    ]);
    const own = all.filter(({ from }) => from === name);
    return [
      `### ${isOurs ? labelOf(entity, "LocalizedNames") : name}`,
      isOurs
        ? `${code(name.toLowerCase())}, in lists ${labelOf(entity, "LocalizedCollectionNames")}. ${labelOf(entity, "Descriptions")}`
        : `Columns that the solution adds to ${code(name.toLowerCase())}.`,
      table(
        ["Column", "Name", "Type", "Marks", "What it is"],
        columns.map((column) => [
          labelOf(column, "displaynames"),
          code(textOf(column, "LogicalName") ?? ""),
          typeOf(column, all, name),
          [isRequired(column) ? "required" : "", textOf(column, "IsSecured") === "1" ? "secured" : ""]
            .filter((mark) => mark !== "")
            .join(", "),
          labelOf(column, "Descriptions"),
        ]),
      ),
      ...(keys.length === 0 ? [] : [table(["Alternate key", "Columns"], keys)]),
      ...(own.length === 0
        ? []
        : [
            table(
              ["Relationship", "By", "To", "When that is deleted"],
              own.map((one) => [code(one.name), code(one.column), one.to, onDeletes[one.onDelete] ?? one.onDelete]),
            ),
          ]),
    ];
  };

const describeChoice = (choice: Element): string[] => [
  `### ${attribute(choice, "localizedName")}`,
  `${code(attribute(choice, "Name"))}. ${labelOf(choice, "Descriptions")}`,
  table(
    ["Value", "Label"],
    descendantsOf(choice, "option").map((option) => [attribute(option, "value"), labelOf(option, "labels")]),
  ),
];

/** Source: types of environment variable definitions in Dataverse. */
const variableTypes: Readonly<Record<string, string>> = {
  "100000000": "text",
  "100000001": "number",
  "100000002": "yes/no",
  "100000003": "JSON",
  "100000004": "data source",
  "100000005": "secret",
};

const describeVariables = (folder: string): string =>
  table(
    ["Variable", "Name", "Type", "Default", "What it is"],
    folders(folder)
      .map((variable) => readXml(join(variable, "environmentvariabledefinition.xml")))
      .map((variable) => [
        defaultOf(variable, "displayname"),
        code(attribute(variable, "schemaname")),
        variableTypes[textOf(variable, "type") ?? ""] ?? "",
        textOf(variable, "defaultvalue") ?? "",
        defaultOf(variable, "description"),
      ]),
  );

/** Source: types of custom API parameters in Dataverse. */
const parameterTypes: Readonly<Record<string, string>> = {
  "0": "yes/no",
  "1": "date and time",
  "2": "decimal",
  "3": "row",
  "4": "rows",
  "5": "reference",
  "6": "float",
  "7": "whole number",
  "8": "money",
  "9": "choice",
  "10": "text",
  "11": "texts",
  "12": "GUID",
};

const parametersOf = (folder: string, way: string): string[][] =>
  filesBelow(folder)
    .sort()
    .filter((file) => file.endsWith(`${way === "in" ? "customapirequestparameter" : "customapiresponseproperty"}.xml`))
    .map((file) => readXml(join(folder, file)))
    .map((parameter) => [
      code(attribute(parameter, "uniquename")),
      way,
      parameterTypes[textOf(parameter, "type") ?? ""] ?? "",
      way === "in" && textOf(parameter, "isoptional") !== "1" ? "required" : "",
      defaultOf(parameter, "description"),
    ]);

const describeApi = (folder: string): string[] => {
  const api = readXml(join(folder, "customapi.xml"));
  return [
    `### ${defaultOf(api, "displayname")}`,
    `${code(attribute(api, "uniquename"))}, needs ${code(textOf(api, "executeprivilegename") ?? "")}. ${defaultOf(api, "description")}`,
    table(
      ["Parameter", "Way", "Type", "Marks", "What it is"],
      [...parametersOf(folder, "in"), ...parametersOf(folder, "out")],
    ),
  ];
};

const describeProfile = (profile: Element): string[] => [
  `${attribute(profile, "name")}: ${attribute(profile, "description")}`,
  table(
    ["Column", "Read", "Update", "Create"],
    descendantsOf(profile, "FieldPermission").map((permission) => [
      code(`${textOf(permission, "EntityName") ?? ""}.${textOf(permission, "AttributeName") ?? ""}`),
      ...["CanRead", "CanUpdate", "CanCreate"].map((right) => (textOf(permission, right) === "0" ? "no" : "yes")),
    ]),
  ),
];

const flows = (folder: string): string[][] =>
  files(folder)
    .filter((file) => file.endsWith(".data.xml"))
    .map(readXml)
    .map((flow) => [attribute(flow, "Name"), attribute(flow, "Description")]);
