import type { RecordAddress } from "../session/openRecord";

export type AppPage =
  | { kind: "record"; address: RecordAddress }
  | { kind: "list"; table: string; viewId: string | null }
  | { kind: "unknown"; pageType: string };

const bare = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();

/** Which page an address means; without anything it is the list of opportunities. */
export function parsePage(search: string): AppPage {
  const query = new URLSearchParams(search);
  const pageType = query.get("pagetype") ?? "entitylist";
  const table = query.get("etn") ?? "opportunity";
  if (pageType === "entitylist") return { kind: "list", table, viewId: query.get("viewid") };
  if (pageType !== "entityrecord") return { kind: "unknown", pageType };
  const id = query.get("id");
  const formId = query.get("formid");
  const defaults = Object.fromEntries(new URLSearchParams(query.get("extraqs") ?? ""));
  return {
    kind: "record",
    address: { table, defaults, ...(id && { id: bare(id) }), ...(formId && { formId: bare(formId) }) },
  };
}
