import type { SqlValue } from "../../database/SqlDatabase";
import type { CompiledOrder } from "../compile/compileOrder";
import { fetchRefusals } from "../fetchRefusals";
import { parseXml } from "../parseXml";

/** Where a page ends: the sort keys of its last row, the id last of all. */
export interface PagePosition {
  page: number;
  last: SqlValue[];
}

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const nameOf = ({ column: { source, column } }: CompiledOrder): string =>
  source.sqlAlias === "t0" ? column.logicalName : `${source.name}.${column.logicalName}`;

/** GUIDs stand in braces there. */
const write = (value: SqlValue, order: CompiledOrder): string =>
  order.column.column.type === "primarykey" ? `{${String(value).toUpperCase()}}` : String(value);

/** `<cookie page="1"><name last="B" first="A" /><accountid last="{…}" first="{…}" /></cookie>` */
export function writePagingCookie(
  page: number,
  orders: readonly CompiledOrder[],
  first: readonly SqlValue[],
  last: readonly SqlValue[],
): string {
  const end = (name: "first" | "last", value: SqlValue | undefined, order: CompiledOrder) =>
    value === null || value === undefined ? `${name}null="1"` : `${name}="${escapeXml(write(value, order))}"`;
  const elements = orders.map(
    (order, index) => `<${nameOf(order)} ${end("last", last[index], order)} ${end("first", first[index], order)} />`,
  );
  return `<cookie page="${page}">${elements.join("")}</cookie>`;
}

function read(order: CompiledOrder, text: string): SqlValue {
  if (order.column.column.type === "primarykey") return text.replace(/[{}]/g, "").toLowerCase();
  if (!order.isNumeric) return text;
  const number = Number(text);
  if (Number.isNaN(number)) throw fetchRefusals.cookieUnfit();
  return Number.isSafeInteger(number) || !/^-?\d+$/.test(text) ? number : BigInt(text);
}

/** Reads a cookie for a query with these orders; refuses one that was made for other orders. */
export function readPagingCookie(cookie: string, orders: readonly CompiledOrder[]): PagePosition {
  const root = parseXml(cookie, fetchRefusals.cookieInvalid);
  const page = Number(root.getAttribute("page"));
  if (root.tagName !== "cookie" || !Number.isInteger(page) || page < 1) throw fetchRefusals.cookieInvalid();
  const elements = Array.from(root.getElementsByTagName("*"));
  if (elements.length !== orders.length) throw fetchRefusals.cookieUnfit();
  const last = orders.map((order, index) => {
    const element = elements[index];
    if (element?.tagName !== nameOf(order)) throw fetchRefusals.cookieUnfit();
    return element.getAttribute("lastnull") === "1" ? null : read(order, element.getAttribute("last") ?? "");
  });
  return { page, last };
}
