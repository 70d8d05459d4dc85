import { DataverseError } from "../../OrganizationService";
import { isParameterAlias, parseQueryOptions, withAliases } from "../odata/parseQueryOptions";
import type { QueryOptions } from "../odata/QueryOptions";
import { protocolRefusals } from "../protocolRefusals";
import { checkExpansions } from "./checkExpansions";

const known = ["$select", "$filter", "$orderby", "$expand", "$top", "$count", "$skiptoken", "fetchXml", "savedQuery"];

/** Refuses options that do not belong here, by name. */
export function allowOptions(options: ReadonlyMap<string, string>, allowed: readonly string[], where: string): void {
  for (const name of options.keys()) {
    if (allowed.includes(name) || (isParameterAlias(name) && withAliases.some((each) => allowed.includes(each))))
      continue;
    if (name === "$skip") throw new DataverseError("0x80060888", "Skip Clause is not supported in CRM", 400);
    throw known.includes(name) ? protocolRefusals.optionNotHere(name, where) : protocolRefusals.optionUnknown(name);
  }
}

/** Reads those of the allowed options that have a grammar of their own; the others are read by who allows them. */
export function readOptions(
  options: ReadonlyMap<string, string>,
  allowed: readonly string[],
  where: string,
): QueryOptions {
  allowOptions(options, allowed, where);
  const parsed = [...options].filter(([name]) => /^[$@]/.test(name) && name !== "$skiptoken");
  const query = parseQueryOptions(new Map(parsed));
  checkExpansions(query);
  return query;
}
