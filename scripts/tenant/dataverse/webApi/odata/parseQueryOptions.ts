import { protocolRefusals } from "../protocolRefusals";
import { readFilter } from "./parseFilter";
import type { ExpandItem, OrderItem, QueryOptions } from "./QueryOptions";
import { TokenReader } from "./TokenReader";

function readNames(reader: TokenReader): string[] {
  const names = [reader.expectName()];
  while (reader.takeSign(",")) {
    // A comma behind the last name is let pass.
    if (reader.peek().kind === "end") break;
    names.push(reader.expectName());
  }
  return names;
}

function readOrderItem(reader: TokenReader): OrderItem {
  const path = [reader.expectName()];
  while (reader.takeSign("/")) path.push(reader.expectName());
  const direction = reader.peek().kind === "space" ? reader.peek(1) : undefined;
  const isDescending = direction?.text === "desc";
  if (isDescending || direction?.text === "asc") {
    reader.next();
    reader.next();
  }
  return { path, isDescending };
}

function readOrderBy(reader: TokenReader): OrderItem[] {
  const items = [readOrderItem(reader)];
  while (reader.takeSign(",")) items.push(readOrderItem(reader));
  return items;
}

function readExpandItem(reader: TokenReader): ExpandItem {
  const property = reader.expectName();
  const isReference = reader.takeSign("/");
  if (isReference && reader.expectName() !== "$ref") throw reader.refusal("$ref");
  let options: QueryOptions = {};
  const written = new Map<string, string>();
  if (reader.takeSign("(")) {
    do {
      const name = reader.expectName();
      reader.expectSign("=");
      const start = reader.peek().position;
      options = { ...options, ...readOption(reader, name) };
      written.set(name, reader.since(start));
    } while (reader.takeSign(";"));
    reader.expectSign(")");
  }
  return { property, isReference, options, written };
}

function readExpand(reader: TokenReader): ExpandItem[] {
  const items = [readExpandItem(reader)];
  while (reader.takeSign(",")) items.push(readExpandItem(reader));
  return items;
}

function readTop(reader: TokenReader): number {
  const token = reader.next();
  if (token.kind !== "number" || !/^[1-9]\d*$/.test(token.text)) throw reader.refusal("a number above zero", token);
  return Number(token.text);
}

function readCount(reader: TokenReader): boolean {
  const token = reader.next();
  if (token.text !== "true" && token.text !== "false") throw reader.refusal("true or false", token);
  return token.text === "true";
}

function readOption(reader: TokenReader, name: string): QueryOptions {
  switch (name) {
    case "$select":
      return { select: readNames(reader) };
    case "$filter":
      return { filter: readFilter(reader) };
    case "$orderby":
      return { orderBy: readOrderBy(reader) };
    case "$expand":
      return { expand: readExpand(reader) };
    case "$top":
      return { top: readTop(reader) };
    case "$count":
      return { isCounted: readCount(reader) };
    default:
      throw protocolRefusals.optionUnknown(name);
  }
}

/** `@p1` */
export const isParameterAlias = (name: string): boolean => name.startsWith("@");

/** Options that may use aliases, by "Use OData to query data" in Microsoft's Dataverse documentation; expansions may not. */
export const withAliases: readonly string[] = ["$filter", "$orderby"];

/** Reads the options of a URL's query, each by its own grammar; names are with their dollar sign. */
export function parseQueryOptions(written: ReadonlyMap<string, string>): QueryOptions {
  let options: QueryOptions = {};
  for (const [name, text] of written) {
    if (isParameterAlias(name)) continue;
    const reader = new TokenReader(text, withAliases.includes(name) ? written : undefined);
    reader.skipSpace();
    options = { ...options, ...readOption(reader, name) };
    reader.expectEnd();
  }
  return options;
}
