import type { ColumnMetadata, Labels, RelationshipMetadata, TableMetadata } from "../../dataverse/metadata";
import type { TableContent } from "../contents/SolutionContents";
import { nameBasedGuid } from "../nameBasedGuid";
import { isToAbsentTable } from "./isToAbsentTable";
import { type ImportRun, succeed } from "./ImportRun";
import { savePrivileges } from "./savePrivileges";

/** Options of a global choice are copied into each column that takes them. */
function withOptions(column: ColumnMetadata, { catalogue }: ImportRun): ColumnMetadata {
  if (column.options) return column;
  const choice = catalogue.choices().find((each) => each.name === column.optionSetName);
  return choice ? { ...column, options: choice.options } : column;
}

/** Where a lookup points to is told by the relationships. */
function withTargets(
  column: ColumnMetadata,
  table: string,
  relationships: readonly RelationshipMetadata[],
): ColumnMetadata {
  if (column.type !== "lookup" || column.targets) return column;
  const own = relationships.filter(
    (each) => each.referencingTable === table && each.referencingColumn === column.logicalName,
  );
  return { ...column, targets: [...new Set(own.map((each) => each.referencedTable))] };
}

/** What forms, views and charts of the solution are called in other languages. */
const namesOfParts = ({ forms, views, charts }: TableContent): Record<string, Labels> =>
  Object.fromEntries([...forms, ...views, ...charts].flatMap(({ id, names }) => (names ? [[id, names] as const] : [])));

function mergedTable(content: TableContent, run: ImportRun): TableMetadata {
  const present = run.catalogue.table(content.logicalName);
  const definition = content.definition
    ? run.metadata.table(content.logicalName, content.definition, present)
    : present;
  if (!definition)
    throw new Error(
      `${content.logicalName} is neither in the solution nor in the environment; the checks let it through.`,
    );
  const relationships = [
    ...run.catalogue.relationships(),
    ...run.contents.relationships.flatMap(({ metadata }) => (metadata ? [metadata] : [])),
  ];
  const columns = new Map((present?.columns ?? []).map((column) => [column.logicalName, column]));
  for (const said of content.columns) {
    const { logicalName } = said;
    const id = `${content.logicalName}.${logicalName}`;
    const column = run.metadata.column(id, said, columns.get(logicalName));
    columns.set(logicalName, withTargets(withOptions(column, run), content.logicalName, relationships));
  }
  const keys = new Map((present?.keys ?? []).map((key) => [key.name, key]));
  for (const key of content.keys) keys.set(key.name, key);
  const partNames = { ...present?.partNames, ...namesOfParts(content) };
  return {
    ...definition,
    columns: [...columns.values()],
    keys: [...keys.values()],
    ...(Object.keys(partNames).length > 0 && { partNames }),
  };
}

function logColumns(content: TableContent, run: ImportRun): void {
  for (const { logicalName } of content.columns) {
    run.applied.push({ type: 2, objectId: nameBasedGuid(`column:${content.logicalName}.${logicalName}`) });
  }
  for (const { logicalName, type } of content.columnsNotHeld) {
    const message = `Columns of type ${type} are not held by the local tenant; nothing can be read from it or written to it.`;
    run.log.push({
      component: `Column ${content.logicalName}.${logicalName}`,
      file: "customizations.xml",
      result: "kept, not run",
      message,
    });
  }
}

/** Puts choices, tables, columns, keys and relationships into the catalogue. */
export async function applyTables(run: ImportRun): Promise<void> {
  for (const choice of run.contents.choices) {
    const present = run.catalogue.choices().find(({ name }) => name === choice.name);
    run.catalogue.saveChoice(run.metadata.choice(choice, present));
    succeed(
      run,
      `Choice ${choice.name}`,
      9,
      nameBasedGuid(`choice:${choice.name}`),
      `${choice.options.length} options.`,
    );
  }
  for (const content of run.contents.tables) {
    const table = mergedTable(content, run);
    run.catalogue.saveTable(table);
    if (content.definition) await savePrivileges(run.rows, table.schemaName);
    logColumns(content, run);
    succeed(
      run,
      `Table ${content.logicalName}`,
      1,
      nameBasedGuid(`table:${content.logicalName}`),
      `${content.columns.length} columns, ${content.keys.length} keys.`,
    );
  }
  for (const relationship of run.contents.relationships) {
    const component = `Relationship ${relationship.schemaName}`;
    if (!relationship.metadata || isToAbsentTable(relationship, run.catalogue)) {
      const message = relationship.metadata
        ? `There is no table ${relationship.referencedTable} here, so the lookup cannot point to one.`
        : `Relationships of kind ${relationship.kind} to ${relationship.referencedTable} are not followed by the local tenant.`;
      run.log.push({ component, file: "customizations.xml", result: "kept, not run", message });
      continue;
    }
    run.catalogue.saveRelationship(relationship.metadata);
    succeed(
      run,
      component,
      10,
      nameBasedGuid(`relationship:${relationship.schemaName}`),
      `${relationship.referencingTable} to ${relationship.referencedTable}.`,
    );
  }
}
