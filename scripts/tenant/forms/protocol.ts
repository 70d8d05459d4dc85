import type { RelationshipMetadata, TableMetadata } from "../dataverse/metadata";
import type { UserLanguage } from "../dataverse/languages";
import type { CommandBarButton, CommandPlace, CommandRule } from "../solution/commandBar/CommandBar";

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

/** One main form or dashboard, with every imported change already merged into its XML. */
export interface FormDescription {
  id: string;
  name: string;
  xml: string;
}

/** A chart over rows of a table, as the `datadefinition` and the `Chart` of its row. */
export interface ChartDescription {
  id: string;
  name: string;
  dataXml: string;
  /** Empty for a chart that a web resource draws. */
  presentationXml: string;
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

/** A rule of a command that the page evaluates; what depends on the user's roles is answered already. */
export type OpenRule =
  | Exclude<CommandRule, { kind: "privilege" | "any" }>
  | { kind: "constant"; holds: boolean }
  | { kind: "any"; of: OpenRule[][] };

/** One of the answers of `/tenant/commands/<logical name>`: a button that a solution puts over a form or a list. */
export interface CommandDescription extends Omit<CommandBarButton, "rules" | "menu"> {
  place: CommandPlace;
  rules: OpenRule[];
  menu: Omit<CommandDescription, "place">[];
}

/** Answer of `/tenant/access/<logical name>/<id>`. */
export interface AccessDescription {
  mayWrite: boolean;
}

/** A page one can go to: the list of a table, a dashboard, or a web resource. */
export interface SiteMapEntry {
  kind: "table" | "dashboard" | "webResource";
  /** Logical name of the table, id of the dashboard, or name of the web resource. */
  target: string;
  label: string;
  group: string;
}

export interface ModelDrivenApp {
  uniqueName: string;
  name: string;
  siteMap: SiteMapEntry[];
}

interface User {
  id: string;
  name: string;
}

/** Answer of `/tenant/app`. */
export interface AppDescription {
  user: User;
  /** The language that user speaks. */
  language: UserLanguage;
  /** Everybody one may work as on this machine. */
  users: User[];
  organization: { id: string; name: string };
  /** The first one opens by itself. */
  apps: [ModelDrivenApp, ...ModelDrivenApp[]];
}
