import type { MetadataCatalogue } from "../../catalogue/MetadataCatalogue";
import type { FetchCondition, FetchFilter, FetchLink } from "../../fetchXml/FetchQuery";
import type { ColumnMetadata, RelationshipMetadata } from "../../metadata";
import type { PropertyPath } from "../odata/FilterExpression";
import { protocolRefusals } from "../protocolRefusals";
import { findNavigation } from "./navigation";
import { requireProperty } from "./properties";

/** A column a filter or order names, however many lookups away, and the alias of its table when that is a related one. */
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
    const followed = path.slice(0, -1);
    const property = path[path.length - 1] ?? "";
    let { table, links } = this as { table: string; links: FetchLink[] };
    let entityName: string | undefined;
    for (const name of followed) {
      const navigation = findNavigation(this.catalogue, table, name);
      if (navigation?.kind !== "single") throw protocolRefusals.propertyUnknown(path.join("/"), this.table);
      const link = this.follow(links, navigation.relationship);
      ({ name: table, links, alias: entityName } = link);
    }
    const column = requireProperty(this.catalogue, table, property);
    return { column, ...(entityName !== undefined && { entityName }) };
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

  /** The link of a lookup among those there are, or a new one. */
  private follow(links: FetchLink[], { referencedTable, referencingColumn }: RelationshipMetadata): FetchLink {
    const known = links.find(({ name, to }) => name === referencedTable && to === referencingColumn);
    if (known) return known;
    const from = this.primaryId(referencedTable);
    const link = newLink(referencedTable, from, referencingColumn, this.nextAlias(), "outer");
    links.push(link);
    return link;
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
