import { maxPageRows } from "../../fetchXml/runRowQuery";
import type { QueryResult } from "../../OrganizationService";
import { wantsAnnotation } from "../http/readPreferences";
import type { JsonObject } from "../json/JsonObject";
import type { WebApiContext } from "../WebApiContext";

/** Counts of all pages, as far as asked for; -1 stands for "not counted". */
export function countAnnotations({ preferences }: WebApiContext, { totalCount = -1 }: QueryResult): JsonObject {
  const namespace = "Microsoft.Dynamics.CRM.";
  const all = { totalrecordcount: totalCount, totalrecordcountlimitexceeded: totalCount >= maxPageRows };
  const wanted = Object.entries(all).filter(([name]) => wantsAnnotation(preferences, namespace + name));
  return Object.fromEntries(wanted.map(([name, value]) => [`@${namespace}${name}`, value]));
}
