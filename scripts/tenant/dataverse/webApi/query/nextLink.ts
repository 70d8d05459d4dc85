import { writeSkipToken } from "./skipToken";

/** Where the next page begins; without a cookie its number alone says it. */
export interface NextPage {
  number: number;
  cookie?: string;
}

/** The address of the next page of the rows at a path, or of these rows once more when there is no talk of pages. */
export function nextLink(address: string, options: ReadonlyMap<string, string>, next?: NextPage): string {
  const kept = [...options].filter(([name]) => name !== "$skiptoken");
  const query = kept.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  // The cookie's own signs of equality and slashes stay as they are, as there.
  if (next) query.push(`$skiptoken=${encodeURI(writeSkipToken(next.number, next.cookie ?? ""))}`);
  return query.length === 0 ? address : `${address}?${query.join("&")}`;
}
