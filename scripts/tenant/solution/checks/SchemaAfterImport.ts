import type { ColumnMetadata, RelationshipMetadata } from "../../dataverse/metadata";
import type { RelationshipContent, SolutionContents, TableContent } from "../contents/SolutionContents";
import type { Environment } from "./Environment";

export interface FutureTable {
  logicalName: string;
  schemaName: string;
  primaryId: string;
  columns: ReadonlyMap<string, ColumnMetadata>;
  /** Columns that exist for a solution but are of a kind the tenant does not hold. */
  columnsNotHeld: ReadonlySet<string>;
}

/** The tables as they will be: what the tenant has, with what the solution brings. */
export class SchemaAfterImport {
  readonly #environment: Environment;
  readonly #brought: ReadonlyMap<string, TableContent>;
  readonly #tables = new Map<string, FutureTable | undefined>();
  readonly relationships: readonly RelationshipMetadata[];
  /** Every relationship by name, also those that are not 1:N. */
  readonly #relationshipNames: ReadonlySet<string>;

  constructor(contents: SolutionContents, environment: Environment) {
    this.#environment = environment;
    this.#brought = new Map(contents.tables.map((table) => [table.logicalName, table]));
    this.relationships = [
      ...environment.relationships,
      ...contents.relationships.flatMap(({ metadata }) => (metadata ? [metadata] : [])),
    ];
    this.#relationshipNames = new Set([
      ...environment.relationships.map(({ schemaName }) => schemaName.toLowerCase()),
      ...contents.relationships.map(({ schemaName }: RelationshipContent) => schemaName.toLowerCase()),
    ]);
  }

  table(logicalName: string): FutureTable | undefined {
    if (!this.#tables.has(logicalName)) this.#tables.set(logicalName, this.#combine(logicalName));
    return this.#tables.get(logicalName);
  }

  hasTable(logicalName: string): boolean {
    return this.table(logicalName) !== undefined || this.#environment.presumes("table", logicalName);
  }

  hasRelationship(schemaName: string): boolean {
    return (
      this.#relationshipNames.has(schemaName.toLowerCase()) || this.#environment.presumes("relationship", schemaName)
    );
  }

  hasColumn(table: string, column: string): boolean {
    const known = this.table(table);
    return (
      known?.columns.has(column) === true ||
      known?.columnsNotHeld.has(column) === true ||
      this.#environment.presumes("column", `${table}.${column}`)
    );
  }

  /** A table that others own, as far as this solution adds to it. */
  #presumed(brought: TableContent | undefined): Pick<FutureTable, "schemaName" | "primaryId"> | undefined {
    if (!brought || !this.#environment.presumes("table", brought.logicalName)) return undefined;
    return { schemaName: brought.schemaName, primaryId: `${brought.logicalName}id` };
  }

  #combine(logicalName: string): FutureTable | undefined {
    const present = this.#environment.table(logicalName);
    const brought = this.#brought.get(logicalName);
    const base = present ?? brought?.definition ?? this.#presumed(brought);
    if (!base) return undefined;
    const columns = new Map((present?.columns ?? []).map((column) => [column.logicalName, column]));
    for (const column of brought?.columns ?? []) columns.set(column.logicalName, column);
    return {
      logicalName,
      schemaName: base.schemaName,
      primaryId: base.primaryId,
      columns,
      columnsNotHeld: new Set(brought?.columnsNotHeld.map((column) => column.logicalName)),
    };
  }
}
