import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { Host } from "../host/Host";
import { fetchXml } from "./fetchXml";
import { toDataverseFailure } from "./toDataverseFailure";

const tableOf = (path: string): string => (path.includes(".") ? (path.split(".")[0] ?? "") : "opportunity");

const columnOf = (path: string): string => path.split(".").at(-1) ?? path;

/**
 * Column paths of an opportunity, its account and its contact that do not exist. Dataverse refuses a query for one unknown
 * column as a whole and does not say which in a stable way, so after a refusal each is asked for alone.
 */
export const findUnknownColumns = async (host: Host, paths: readonly string[]): Promise<Outcome<readonly string[]>> => {
  const exist = async (table: string, columns: readonly string[]): Promise<Outcome<boolean>> => {
    const query = `<fetch top="1"><entity name="${fetchXml.escape(table)}">${fetchXml.attributes(columns)}</entity></fetch>`;
    const answer = await host.call("org.fetch", { fetchXml: query, as: "system" });
    if (answer.ok) return done(true);
    const failure = toDataverseFailure(answer);
    return failure.code === "dataverse.columnUnknown" ? done(false) : failed(failure);
  };

  const unknown: string[] = [];
  for (const table of new Set(paths.map(tableOf))) {
    const ofTable = paths.filter((path) => tableOf(path) === table);
    const all = await exist(table, ofTable.map(columnOf));
    if (all.kind === "failed") return all;
    if (all.value) continue;
    for (const path of ofTable) {
      const one = await exist(table, [columnOf(path)]);
      if (one.kind === "failed") return one;
      if (!one.value) unknown.push(path);
    }
  }
  return done(unknown);
};
