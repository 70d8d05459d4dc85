import { type ImportLogEntry, failed } from "../ImportLog";
import type { RelationshipContent } from "../contents/SolutionContents";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";

const lookupTypes = new Set(["lookup", "owner", "customer"]);

/** A relationship to a table of a kind of column the tenant does not hold, such as FileAttachment. */
function isOfColumnNotHeld(relationship: RelationshipContent, { schema }: CheckedImport): boolean {
  const column = relationship.metadata?.referencingColumn;
  return column !== undefined && (schema.table(relationship.referencingTable)?.columnsNotHeld.has(column) ?? false);
}

/** A lookup to whatever table an environment has, such as regardingobjectid of activities: absent targets are skipped. */
export function isToAbsentTarget({ metadata }: RelationshipContent, { contents, schema }: CheckedImport): boolean {
  if (!metadata || schema.table(metadata.referencedTable)) return false;
  const targets = contents.relationships.filter(
    (each) =>
      each.metadata?.referencingTable === metadata.referencingTable &&
      each.metadata.referencingColumn === metadata.referencingColumn,
  );
  const column = schema.table(metadata.referencingTable)?.columns.get(metadata.referencingColumn);
  return targets.length > 1 || column?.custom === false;
}

/** The tables and the lookup column of a relationship exist. */
export const checkRelationships: Check = (subject) => {
  const judge = (relationship: RelationshipContent): ImportLogEntry[] => {
    const { metadata, referencingTable, referencedTable, schemaName } = relationship;
    const component = `Relationship ${schemaName}`;
    const finding = (message: string): ImportLogEntry[] => [
      failed(component, file, "relationships join what exists", message),
    ];
    if (isOfColumnNotHeld(relationship, subject)) return [];
    if (!subject.schema.hasTable(referencingTable)) return finding(`The table ${referencingTable} does not exist.`);
    if (
      !subject.schema.hasTable(referencedTable) &&
      referencedTable !== "owner" &&
      !isToAbsentTarget(relationship, subject)
    ) {
      return finding(`The table ${referencedTable} does not exist.`);
    }
    if (!metadata) return [];
    const column = subject.schema.table(referencingTable)?.columns.get(metadata.referencingColumn);
    const isPresumed = subject.environment.presumes("column", `${referencingTable}.${metadata.referencingColumn}`);
    if (!column && isPresumed) return [];
    if (!column) return finding(`The lookup column ${metadata.referencingColumn} is not on ${referencingTable}.`);
    // Shared primary keys, as of activities, are relationships too.
    if (!lookupTypes.has(column.type) && column.type !== "primarykey")
      return finding(`${column.logicalName} is ${column.type}, not a lookup.`);
    return [];
  };
  return subject.contents.relationships.flatMap(judge);
};
