import type { QueryOptions } from "../odata/QueryOptions";
import type { WebApiContext } from "../WebApiContext";

/** The `@odata.context` of rows: their set and what was chosen of them. */
export function contextOf({ root }: WebApiContext, set: string, { select, expand = [] }: QueryOptions): string {
  const shown = [...(select ?? []), ...expand.map(({ property }) => `${property}()`)];
  return `${root}$metadata#${set}${shown.length > 0 ? `(${shown.join(",")})` : ""}`;
}
