import { requireReadable } from "../../security/columnPermissions";
import { requireColumn, requireTable } from "../../catalogue/requireTable";
import { quoteName } from "../../database/SqlDatabase";
import type { ColumnMetadata, TableMetadata } from "../../metadata";
import type { Caller } from "../../OrganizationService";
import type { Store } from "../../Store";
import { fetchRefusals } from "../fetchRefusals";

/** A table as it takes part in a query. */
export interface QuerySource {
  table: TableMetadata;
  /** Name in SQL. */
  sqlAlias: string;
  /** Name in the query; the root has its table's name. */
  name: string;
}

/** A column as it takes part in a query. */
export interface QueryColumn {
  source: QuerySource;
  column: ColumnMetadata;
  /** `t0."name"` */
  text: string;
}

/** The names a query may use: its tables by alias, their columns, and the moment and user it runs for. */
export class QueryScope {
  private readonly sources = new Map<string, QuerySource>();

  constructor(
    readonly store: Store,
    readonly caller: Caller,
    readonly now: Date,
  ) {}

  addSource(tableName: string, alias: string | undefined): QuerySource {
    const table = requireTable(this.store.catalogue, tableName);
    const name = alias ?? this.freeName(tableName);
    if (this.sources.has(name)) throw fetchRefusals.aliasTaken(name);
    const source = { table, sqlAlias: `t${this.sources.size}`, name };
    this.sources.set(name, source);
    return source;
  }

  source(name: string): QuerySource {
    const source = this.sources.get(name);
    if (!source) throw fetchRefusals.aliasUnknown(name);
    return source;
  }

  column(source: QuerySource, name: string): QueryColumn {
    const column = requireColumn(this.store.catalogue, source.table.logicalName, name);
    return { source, column, text: `${source.sqlAlias}.${quoteName(name)}` };
  }

  /** A column that decides which rows are found, or in which order: whoever may not read it may not ask by it. */
  deciding(source: QuerySource, name: string): QueryColumn {
    const found = this.column(source, name);
    requireReadable(this.store, source.table.logicalName, found.column, this.caller);
    return found;
  }

  /** A link without alias is named after its table and its number, as Dataverse names it. */
  private freeName(table: string): string {
    return this.sources.size === 0 ? table : `${table}${this.sources.size}`;
  }
}
