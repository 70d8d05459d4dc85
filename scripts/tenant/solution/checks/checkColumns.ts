import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import { readOptions } from "../contents/readChoices";
import { attributeOf, childElement, childElements, childText, elementAt } from "../elements";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";

/** Types of columns that an export may hold. */
const types = new Set(
  (
    "primarykey uniqueidentifier nvarchar ntext bit int bigint decimal float money datetime picklist multiselectpicklist state status " +
    "lookup owner customer partylist image file virtual managedproperty timezone language"
  ).split(" "),
);
const noDefault = -1;

function valuesOf(column: Element, { contents, environment }: CheckedImport): number[] | undefined {
  const own = childElement(column, "optionset");
  if (own) return readOptions(own).map(({ value }) => value);
  const name = childText(column, "OptionSetName")?.toLowerCase() ?? "";
  const choice = contents.choices.find((each) => each.name === name) ?? environment.choices.get(name);
  return choice?.options.map(({ value }) => value);
}

function defaultProblems(column: Element, subject: CheckedImport): string[] {
  const text = childText(column, "AppDefaultValue");
  const type = childText(column, "Type");
  if (text === undefined || (type !== "picklist" && type !== "bit")) return [];
  const values = type === "bit" ? [0, 1] : valuesOf(column, subject);
  const isThere = values === undefined || Number(text) === noDefault || values.includes(Number(text));
  return isThere ? [] : [`its default ${text} is none of its options`];
}

function columnProblems(column: Element, subject: CheckedImport): string[] {
  const schemaName = attributeOf(column, "PhysicalName") ?? "";
  const type = childText(column, "Type");
  const logicalName = childText(column, "LogicalName");
  return [
    ...(schemaName === "" ? ["it has no PhysicalName"] : []),
    ...(type === undefined || types.has(type) ? [] : [`"${type}" is no type of a column`]),
    ...(logicalName === undefined || logicalName === schemaName.toLowerCase()
      ? []
      : [`its logical name ${logicalName} is not its schema name in lower case`]),
    ...defaultProblems(column, subject),
  ];
}

/** What a column says of itself in customizations.xml. */
export const checkColumns: Check = (subject): ImportLogEntry[] =>
  childElements(childElement(subject.package.customizations, "Entities"), "Entity").flatMap((entity) =>
    childElements(elementAt(entity, "EntityInfo", "entity", "attributes"), "attribute")
      .filter((column) => attributeOf(column, "unmodified") !== "1")
      .flatMap((column) =>
        columnProblems(column, subject).map((problem) =>
          failed(
            `Column ${childText(entity, "Name") ?? ""}.${attributeOf(column, "PhysicalName") ?? ""}`,
            file,
            "columns as the server can make them",
            `It cannot be created: ${problem}.`,
          ),
        ),
      ),
  );
