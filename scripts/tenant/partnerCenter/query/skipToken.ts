import type { ListQuery } from "./ListQuery";

/**
 * The rest of a list as opaque text: the service's own next link carries nothing but its token. The place is a row number,
 * so rows that change order between two pages may be seen twice or not at all, as with any list that moves.
 */
export function writeSkipToken(query: ListQuery): string {
  return Buffer.from(JSON.stringify(query)).toString("base64url");
}

/** The query inside a token, or null for text that is none. */
export function readSkipToken(token: string): ListQuery | null {
  try {
    const query = JSON.parse(Buffer.from(token, "base64url").toString("utf8")) as Partial<ListQuery> | null;
    return query?.orderBy !== undefined && typeof query.skip === "number" ? (query as ListQuery) : null;
  } catch {
    return null;
  }
}
