import type { SiteMapEntry } from "../../protocol";

export interface RecordAddress {
  table: string;
  /** Absent for a new record. */
  id?: string;
  formId?: string;
  /** Values a new record starts with, by column, as they stand in an address. */
  defaults?: Record<string, string>;
}

const appName = "appname";

/** Unique name of the app that an address opens; null for the first one. */
export const appNameOf = (search: string): string | null => new URLSearchParams(search).get(appName);

/** Every page one goes to is a page of the app one is in. */
function toAddress(query: URLSearchParams): string {
  const app = appNameOf(location.search);
  if (app !== null) query.set(appName, app);
  return `/main.aspx?${query.toString()}`;
}

/** Address of a record's form; without an id that of a new record, with column values to start from. */
export function recordAddress({ table, id, formId, defaults = {} }: RecordAddress): string {
  const query = new URLSearchParams({ pagetype: "entityrecord", etn: table });
  if (id !== undefined) query.set("id", id);
  if (formId !== undefined) query.set("formid", formId);
  if (Object.keys(defaults).length > 0) query.set("extraqs", new URLSearchParams(defaults).toString());
  return toAddress(query);
}

export function listAddress(table: string, viewId?: string): string {
  const query = new URLSearchParams({ pagetype: "entitylist", etn: table });
  if (viewId !== undefined) query.set("viewid", viewId);
  return toAddress(query);
}

/** Address of a web resource as a page of its own. */
export const webResourceAddress = (name: string): string =>
  toAddress(new URLSearchParams({ pagetype: "webresource", webresourceName: name }));

/** Address of a dashboard. */
const dashboardAddress = (id: string): string => toAddress(new URLSearchParams({ pagetype: "dashboard", id }));

const addressOf = { table: listAddress, dashboard: dashboardAddress, webResource: webResourceAddress };

export const entryAddress = ({ kind, target }: SiteMapEntry): string => addressOf[kind](target);

/** Address of an app, where its first page opens. */
export const appAddress = (uniqueName: string): string =>
  `/main.aspx?${new URLSearchParams({ [appName]: uniqueName }).toString()}`;
