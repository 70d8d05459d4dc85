import type { ColumnMetadata } from "../../dataverse/metadata";
import { type ImportLogEntry, failed } from "../ImportLog";
import type { TableContent } from "../contents/SolutionContents";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";

const maxTextLength: Partial<Record<ColumnMetadata["type"], number>> = { nvarchar: 4000, ntext: 1048576 };
const choiceTypes = new Set<ColumnMetadata["type"]>(["picklist", "multiselectpicklist"]);

function definitionFindings(
  { definition, isVirtual, columns, logicalName }: TableContent,
  { package: { manifest } }: CheckedImport,
): ImportLogEntry[] {
  // Somebody else's table has its columns already, whatever properties of it travel.
  const isOurs = logicalName.startsWith(`${manifest.publisher.prefix.toLowerCase()}_`);
  if (!definition || isVirtual || !isOurs) return [];
  const component = `Table ${logicalName}`;
  const names = new Set(columns.map((column) => column.logicalName));
  const needed = [
    "createdon",
    "modifiedon",
    ...(definition.ownership === "user" ? ["ownerid"] : []),
    "statecode",
    "statuscode",
  ];
  const missing = needed.filter((name) => !names.has(name));
  return [
    ...(definition.primaryName === ""
      ? [failed(component, file, "a table has a primary name column", "No column has PrimaryName in its DisplayMask.")]
      : []),
    ...(missing.length > 0
      ? [failed(component, file, "a table brings its system columns", `These are missing: ${missing.join(", ")}.`)]
      : []),
  ];
}

function columnFindings(table: TableContent, column: ColumnMetadata, subject: CheckedImport): ImportLogEntry[] {
  const { environment, contents } = subject;
  const component = `Column ${table.logicalName}.${column.logicalName}`;
  const finding = (rule: string, message: string): ImportLogEntry => failed(component, file, rule, message);
  const present = environment.table(table.logicalName)?.columns.find((each) => each.logicalName === column.logicalName);
  const findings: ImportLogEntry[] = [];
  if (!/^[A-Za-z][A-Za-z0-9_]{0,49}$/.test(column.schemaName)) {
    findings.push(
      finding("names of letters, digits and underscores, at most 50", `The schema name is "${column.schemaName}".`),
    );
  }
  if (column.custom && !column.logicalName.includes("_")) {
    findings.push(finding("custom names carry a publisher prefix", "The name has no prefix."));
  }
  if (present && present.type !== column.type) {
    findings.push(
      finding("a column never changes its type", `It is ${present.type} here and ${column.type} in the solution.`),
    );
  }
  const longest = maxTextLength[column.type];
  if (longest !== undefined && (column.maxLength ?? 0) > longest) {
    findings.push(
      finding(
        "lengths within the limits of the type",
        `${column.maxLength ?? 0} characters, where ${column.type} takes ${longest}.`,
      ),
    );
  }
  const isGlobal = column.optionSetName !== undefined && !column.options;
  const known =
    contents.choices.some((choice) => choice.name === column.optionSetName) ||
    environment.choices.has(column.optionSetName ?? "") ||
    environment.presumes("choice", column.optionSetName ?? "");
  if (choiceTypes.has(column.type) && isGlobal && !known) {
    findings.push(
      finding(
        "choices exist",
        `It takes its options from the choice ${column.optionSetName ?? ""}, which is neither here nor in the zip.`,
      ),
    );
  }
  if (choiceTypes.has(column.type) && !isGlobal && (column.options ?? []).length === 0) {
    findings.push(finding("choices have options", "It names no global choice and has no options of its own."));
  }
  return findings;
}

function lookupFindings(table: TableContent, { schema }: CheckedImport): ImportLogEntry[] {
  const isTarget = (column: ColumnMetadata): boolean =>
    schema.relationships.some(
      (each) => each.referencingTable === table.logicalName && each.referencingColumn === column.logicalName,
    );
  return table.columns
    .filter((column) => column.type === "lookup" && column.custom && !isTarget(column))
    .map((column) => {
      const message = "No relationship of the solution gives this lookup a table to point to.";
      return failed(
        `Column ${table.logicalName}.${column.logicalName}`,
        file,
        "a lookup has its relationship",
        message,
      );
    });
}

function keyFindings(table: TableContent, { schema }: CheckedImport): ImportLogEntry[] {
  return table.keys.flatMap((key) => {
    const missing = key.columns.filter((column) => !schema.hasColumn(table.logicalName, column));
    if (missing.length === 0 && key.columns.length > 0) return [];
    const message =
      key.columns.length === 0
        ? "It has no columns."
        : `It is made of ${missing.join(", ")}, which the table does not have.`;
    return [failed(`Key ${table.logicalName}.${key.name}`, file, "keys are made of columns", message)];
  });
}

function duplicateFindings(table: TableContent): ImportLogEntry[] {
  const names = table.columns.map((column) => column.logicalName);
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) =>
      failed(`Column ${table.logicalName}.${name}`, file, "names are unique", "The table has this column twice."),
    );
}

/** Tables, their columns, lookups and keys. */
export const checkTables: Check = (subject) =>
  subject.contents.tables.flatMap((table) => {
    if (!subject.schema.hasTable(table.logicalName)) {
      const message = "The solution changes this table and does not bring it, and the environment does not have it.";
      return [failed(`Table ${table.logicalName}`, file, "required components are installed", message)];
    }
    return [
      ...definitionFindings(table, subject),
      ...duplicateFindings(table),
      ...table.columns.flatMap((column) => columnFindings(table, column, subject)),
      ...lookupFindings(table, subject),
      ...keyFindings(table, subject),
    ];
  });
