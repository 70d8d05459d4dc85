import type { SiteMapEntry } from "../../protocol";
import type { RecordAddress } from "./addresses";

export type AppPage =
  | { kind: "record"; address: RecordAddress }
  | { kind: "list"; table: string; viewId: string | null }
  | { kind: "dashboard"; id: string }
  | { kind: "webResource"; name: string }
  | { kind: "unknown"; pageType: string };

const bare = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();

function firstPage({ kind, target }: SiteMapEntry): AppPage {
  if (kind === "table") return { kind: "list", table: target, viewId: null };
  return kind === "dashboard" ? { kind, id: target } : { kind, name: target };
}

/** Which page an address means; where it names none it is the first one of the app. */
export function parsePage(search: string, first?: SiteMapEntry): AppPage {
  const query = new URLSearchParams(search);
  const pageType = query.get("pagetype");
  if (pageType === null && first !== undefined && !query.has("etn")) return firstPage(first);
  const table = query.get("etn") ?? "opportunity";
  if (pageType === null || pageType === "entitylist") return { kind: "list", table, viewId: query.get("viewid") };
  if (pageType === "webresource") return { kind: "webResource", name: query.get("webresourceName") ?? "" };
  if (pageType === "dashboard") return { kind: "dashboard", id: bare(query.get("id") ?? "") };
  if (pageType !== "entityrecord") return { kind: "unknown", pageType };
  const id = query.get("id");
  const formId = query.get("formid");
  const defaults = Object.fromEntries(new URLSearchParams(query.get("extraqs") ?? ""));
  return {
    kind: "record",
    address: { table, defaults, ...(id && { id: bare(id) }), ...(formId && { formId: bare(formId) }) },
  };
}
