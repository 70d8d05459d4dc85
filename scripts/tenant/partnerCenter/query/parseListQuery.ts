import type { Switches } from "../switches/switches";
import { findFilterFault } from "./filterFields";
import type { Filter } from "./Filter";
import type { ListQuery, ListQueryReading } from "./ListQuery";
import { parseFilter } from "./parseFilter";
import { readSkipToken } from "./skipToken";

const known = ["$filter", "$orderby", "$select", "$top", "$skip", "$count", "$skiptoken"];

/** Reads the query options of a list request; `properties` are the names `$select` may use. */
export function parseListQuery(
  options: URLSearchParams,
  properties: readonly string[],
  switches: Switches,
): ListQueryReading {
  const foreign = [...options.keys()].find((option) => !known.includes(option));
  if (foreign !== undefined) return refuse(foreign, `The query option ${foreign} is not supported.`);
  const token = options.get("$skiptoken");
  if (token !== null) {
    const query = readSkipToken(token);
    return query === null ? refuse("$skiptoken", "The skip token is not one of ours.") : { kind: "query", query };
  }
  const filter = readFilter(options.get("$filter"), switches);
  if (typeof filter === "string") return refuse("$filter", filter);
  const orderBy = readOrderBy(options.get("$orderby"));
  if (orderBy === null) return refuse("$orderby", "Order by createdDateTime or updatedDateTime, asc or desc.");
  const select =
    options
      .get("$select")
      ?.split(",")
      .map((name) => name.trim()) ?? null;
  const unknown = select?.find((name) => !properties.includes(name));
  if (unknown !== undefined) return refuse("$select", `'${unknown}' is not a property of a referral.`);
  const [skip, top] = [readCount(options.get("$skip") ?? "0"), readCount(options.get("$top") ?? "0")];
  if (skip === null) return refuse("$skip", "$skip must be a whole number.");
  if (top === null) return refuse("$top", "$top must be a whole number.");
  if (!["true", "false", null].includes(options.get("$count")))
    return refuse("$count", "$count must be true or false.");
  return { kind: "query", query: { filter, orderBy, select, skip, top: options.has("$top") ? top : null } };
}

function refuse(option: string, message: string): ListQueryReading {
  return { kind: "refused", option, message };
}

/** The filter, null without one, or the words of a refusal. */
function readFilter(text: string | null, switches: Switches): Filter | null | string {
  if (text === null) return null;
  const parsed = parseFilter(text);
  if (parsed.kind === "unreadable") return parsed.message;
  const fault = findFilterFault(parsed.filter, switches);
  return fault === null ? parsed.filter : `The filter ${fault}.`;
}

function readOrderBy(text: string | null): ListQuery["orderBy"] | null {
  if (text === null) return { property: "createdDateTime", descending: true };
  const [, property, direction] = /^\s*(createdDateTime|updatedDateTime)(?:\s+(asc|desc))?\s*$/.exec(text) ?? [];
  if (property !== "createdDateTime" && property !== "updatedDateTime") return null;
  return { property, descending: direction === "desc" };
}

function readCount(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
