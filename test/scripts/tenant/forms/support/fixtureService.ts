import { DOMParser } from "@xmldom/xmldom";
import type { OrganizationService } from "../../../../../scripts/tenant/dataverse/OrganizationService";
import type { EntityValue, Value } from "../../../../../scripts/tenant/dataverse/values";

export type FixtureRows = Record<string, { id: string; attributes: Record<string, Value> }[]>;

function plain(value: Value | undefined): string {
  if (typeof value === "object") return value?.$t === "opt" ? String(value.v) : "";
  return value === undefined ? "" : String(value);
}

/** Knows what the form host asks: rows of one table with equal conditions. Everything else throws. */
export function fixtureService(rows: FixtureRows): OrganizationService {
  const refuse = (): never => {
    throw new Error("The fixture only answers fetch.");
  };
  return {
    create: refuse,
    retrieve: refuse,
    update: refuse,
    delete: refuse,
    execute: refuse,
    fetch: async (fetchXml) => {
      const document = new DOMParser().parseFromString(fetchXml, "text/xml");
      const table = document.getElementsByTagName("entity")[0]?.getAttribute("name") ?? "";
      const conditions = Array.from(document.getElementsByTagName("condition"));
      const found = (rows[table] ?? []).filter(({ id, attributes }) =>
        conditions.every((condition) => {
          const name = condition.getAttribute("attribute") ?? "";
          return plain(attributes[name] ?? (name === `${table}id` ? id : null)) === condition.getAttribute("value");
        }),
      );
      return {
        rows: found.map(({ id, attributes }): EntityValue => ({ $t: "entity", table, id, attributes })),
        moreRecords: false,
      };
    },
  };
}
