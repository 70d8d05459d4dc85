import type { RecordAddress } from "../session/openRecord";

/** Address of a record's form; without an id that of a new record, with column values to start from. */
export function recordAddress({ table, id, formId, defaults = {} }: RecordAddress): string {
  const query = new URLSearchParams({ pagetype: "entityrecord", etn: table });
  if (id !== undefined) query.set("id", id);
  if (formId !== undefined) query.set("formid", formId);
  if (Object.keys(defaults).length > 0) query.set("extraqs", new URLSearchParams(defaults).toString());
  return `/main.aspx?${query.toString()}`;
}

export function listAddress(table: string, viewId?: string): string {
  const query = new URLSearchParams({ pagetype: "entitylist", etn: table });
  if (viewId !== undefined) query.set("viewid", viewId);
  return `/main.aspx?${query.toString()}`;
}
