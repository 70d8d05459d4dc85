import type { MetadataCatalogue } from "../../catalogue/MetadataCatalogue";
import type { FetchCondition, FetchFilter, FetchLink } from "../../fetchXml/FetchQuery";
import type { ColumnMetadata, RelationshipMetadata } from "../../metadata";
import type { PropertyPath } from "../odata/FilterExpression";
import { protocolRefusals } from "../protocolRefusals";
import { findNavigation } from "./navigation";
import { requireProperty } from "./properties";

/** A column a filter or order names, and the alias of its table when that is a related one. */
export interface ResolvedPath {
  column: ColumnMetadata;
  entityName?: string;
}

/** Collects, for one table of a query, the outer links its filters and orders need. */
export class FilterBuilder {
  readonly links: FetchLink[] = [];

  constructor(
    readonly catalogue: MetadataCatalogue,
    readonly table: string,
    /** Makes aliases that are free in the whole query. */
    private readonly nextAlias: () => string,
  ) {}

  resolve(path: PropertyPath): ResolvedPath {
    const [first = "", second, ...rest] = path;
    if (second === undefined) return { column: requireProperty(this.catalogue, this.table, first) };
    const navigation = findNavigation(this.catalogue, this.table, first);
    if (navigation?.kind !== "single" || rest.length > 0) {
      throw protocolRefusals.propertyUnknown(path.join("/"), this.table);
    }
    const { relationship } = navigation;
    const column = requireProperty(this.catalogue, relationship.referencedTable, second);
    return { column, entityName: this.aliasOf(relationship) };
  }

  /** A link to the rows of a collection, for `any` and `all`, with a builder for the filter on them. */
  related(path: PropertyPath): { link: FetchLink; builder: FilterBuilder } {
    const [name = "", ...rest] = path;
    const navigation = findNavigation(this.catalogue, this.table, name);
    if (navigation?.kind !== "collection" || rest.length > 0) {
      throw protocolRefusals.propertyUnknown(path.join("/"), this.table);
    }
    const { referencingTable, referencingColumn, referencedTable } = navigation.relationship;
    const to = this.primaryId(referencedTable);
    const link = newLink(referencingTable, referencingColumn, to, this.nextAlias(), "any");
    return { link, builder: new FilterBuilder(this.catalogue, referencingTable, this.nextAlias) };
  }

  private aliasOf({ referencedTable, referencingColumn }: RelationshipMetadata): string {
    const known = this.links.find(({ name, to }) => name === referencedTable && to === referencingColumn);
    if (known?.alias !== undefined) return known.alias;
    const alias = this.nextAlias();
    this.links.push(newLink(referencedTable, this.primaryId(referencedTable), referencingColumn, alias, "outer"));
    return alias;
  }

  private primaryId(table: string): string {
    return this.catalogue.table(table)?.primaryId ?? `${table}id`;
  }
}

const newLink = (
  name: string,
  from: string,
  to: string,
  alias: string,
  linkType: FetchLink["linkType"],
): FetchLink => ({
  name,
  from,
  to,
  alias,
  linkType,
  hasAllAttributes: false,
  attributes: [],
  filters: [],
  links: [],
  orders: [],
});

export const filterOf = (type: "and" | "or", parts: Partial<FetchFilter>): FetchFilter => ({
  type,
  conditions: [],
  filters: [],
  links: [],
  ...parts,
});

export const conditionOf = (
  { column, entityName }: ResolvedPath,
  operator: string,
  values: string[] = [],
): FetchCondition => ({
  attribute: column.logicalName,
  operator,
  values,
  ...(entityName !== undefined && { entityName }),
});
