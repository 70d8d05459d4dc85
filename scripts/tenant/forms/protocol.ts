import type { RelationshipMetadata, TableMetadata } from "../dataverse/metadata";

/** One table a lookup may point to, with the names a Web API request needs. */
export interface LookupTarget {
  table: string;
  entitySetName: string;
  primaryId: string;
  primaryName: string;
  displayName: string;
  /** Single-valued navigation property on the table that has the lookup. */
  navigation: string;
}

/** Answer of `/tenant/tables/<logical name>`. */
export interface TableDescription {
  table: TableMetadata;
  /** By logical name of the lookup column. */
  lookups: Record<string, LookupTarget[]>;
  /** Relationships in which other tables point to this one. */
  children: RelationshipMetadata[];
}

/** One main form, with every imported change already merged into its XML. */
export interface FormDescription {
  id: string;
  name: string;
  xml: string;
}

export interface ViewDescription {
  id: string;
  name: string;
  isDefault: boolean;
  /** 0 public, 2 associated, 4 quick find, 64 lookup. */
  queryType: number;
  fetchXml: string;
  layoutXml: string;
}

export interface SiteMapEntry {
  table: string;
  label: string;
  group: string;
}

/** Answer of `/tenant/app`. */
export interface AppDescription {
  user: { id: string; name: string };
  organization: { id: string; name: string };
  siteMap: SiteMapEntry[];
}
