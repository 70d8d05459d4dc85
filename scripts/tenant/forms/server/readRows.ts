import type { Caller, OrganizationService } from "../../dataverse/OrganizationService";
import type { EntityValue } from "../../dataverse/values";

/** Reads as the host itself: forms, views and files are there for every user. */
export const system: Caller = {
  userId: null,
  initiatingUserId: "00000000-0000-0000-0000-000000000000",
  depth: 1,
  correlationId: "00000000-0000-0000-0000-000000000000",
};

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export interface RowQuery {
  table: string;
  columns: readonly string[];
  /** Column values that must be equal. */
  where: Record<string, string | number>;
  orderBy?: string;
}

export async function readRows(
  service: OrganizationService,
  { table, columns, where, orderBy }: RowQuery,
): Promise<EntityValue[]> {
  const attributes = columns.map((name) => `<attribute name="${name}"/>`).join("");
  const order = orderBy === undefined ? "" : `<order attribute="${orderBy}"/>`;
  const conditions = Object.entries(where)
    .map(([name, value]) => `<condition attribute="${name}" operator="eq" value="${escapeXml(String(value))}"/>`)
    .join("");
  const { rows } = await service.fetch(
    `<fetch><entity name="${table}">${attributes}${order}<filter>${conditions}</filter></entity></fetch>`,
    system,
  );
  return rows;
}

/** Text of a column; empty when the row has none. */
export function textOf(row: EntityValue, column: string): string {
  const value = row.attributes[column];
  return typeof value === "string" ? value : "";
}

/** Id of the row that a lookup points to; empty when it points to none. */
export function idIn(row: EntityValue, column: string): string {
  const value = row.attributes[column];
  return typeof value === "object" && value?.$t === "ref" ? value.id : "";
}

/** Number of a whole-number or choice column; null when the row has none. */
export function numberOf(row: EntityValue, column: string): number | null {
  const value = row.attributes[column];
  if (typeof value === "number") return value;
  return typeof value === "object" && value?.$t === "opt" ? value.v : null;
}
