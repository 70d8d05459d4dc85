import type { QueryOptions } from "../odata/QueryOptions";
import type { WebApiContext } from "../WebApiContext";

/** The `@odata.context` of rows: their set and what was chosen of them. */
export function contextOf({ root }: WebApiContext, set: string, options: QueryOptions): string {
  const shown = shownIn(options);
  return `${root}$metadata#${set}${shown.length > 0 ? `(${shown.join(",")})` : ""}`;
}

const shownIn = ({ select = [], expand = [] }: QueryOptions): string[] => [
  ...select,
  ...expand.map(({ property, isReference, options }) =>
    isReference ? `${property}/$ref()` : `${property}(${shownIn(options).join(",")})`,
  ),
];
