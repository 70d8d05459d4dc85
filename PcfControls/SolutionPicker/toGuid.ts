import { toId } from "../shared/deal/toId";

/** Ids are text or an object with `guid`, depending on the version of the platform and where it got the row from. Null for none. */
export const toGuid = (id: unknown): string | null => {
  const text = typeof id === "object" && id !== null ? (id as { guid?: unknown }).guid : id;
  return typeof text === "string" ? toId(text) : null;
};
