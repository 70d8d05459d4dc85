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
export class FutureSchema {
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

  hasRelationship(schemaName: string): boolean {
    return this.#relationshipNames.has(schemaName.toLowerCase());
  }

  hasColumn(table: string, column: string): boolean {
    const known = this.table(table);
    return known !== undefined && (known.columns.has(column) || known.columnsNotHeld.has(column));
  }

  #combine(logicalName: string): FutureTable | undefined {
    const present = this.#environment.table(logicalName);
    const brought = this.#brought.get(logicalName);
    const base = present ?? brought?.definition;
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
