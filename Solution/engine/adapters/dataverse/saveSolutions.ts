import { fitText } from "../../domain/columns/fitText";
import { toFailure, type Failure } from "../../domain/failure/Failure";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import type { Solution } from "../../domain/opportunity/Opportunity";
import { columns, tables } from "../../domain/schema";
import type { Host, HostAnswer } from "../host/Host";
import { tagged, toRow, type DataverseRow } from "./DataverseRow";
import { fetchRows } from "./fetchRows";
import { fetchXml } from "./fetchXml";
import { toDataverseFailure } from "./toDataverseFailure";

const { logicalName: table, primaryId, primaryName } = tables.partnerCenterSolution;
const solution = columns.partnerCenterSolution;
const detail = columns.solutionDetail;

/** Names of solutions take no more. */
const maxNameChars = 200;

/** More are not on one deal: a referral takes 50. */
const maxRows = 500;

const refusalOf = (answer: HostAnswer<unknown>): Failure | null => (answer.ok ? null : toDataverseFailure(answer));

/** The rows of the catalogue that stand for these solutions, by solution id. */
const findDetails = async (host: Host, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { logicalName, primaryId: detailId } = tables.solutionDetail;
  const conditions = [fetchXml.isOneOf(detail.solutionId, ids)];
  const found = await fetchRows(host, {
    table: logicalName,
    columns: [detailId, detail.solutionId],
    conditions,
    top: maxRows,
  });
  // Without the catalogue's row a solution is as good: it has an id and a name of its own.
  const rows = found.kind === "done" ? found.value : [];
  return new Map(rows.map(({ text }) => [text(detail.solutionId), text(detailId)]));
};

const toSolutionRow = (record: SyncRecord, { id, name }: Solution, detailId: string | undefined): DataverseRow =>
  toRow(table, {
    [primaryName]: fitText(name || id, maxNameChars),
    [solution.solutionId]: id,
    [solution.opportunityId]: tagged.reference(record.table, record.id),
    ...(detailId === undefined
      ? {}
      : { [solution.solutionDetailId]: tagged.reference(tables.solutionDetail.logicalName, detailId) }),
    ...(record.ownerId === "" ? {} : { ownerid: tagged.reference(record.ownerTable, record.ownerId) }),
  });

/**
 * Makes the solutions of an opportunity these. Rows are added and deleted, never replaced; the ids that `record` was loaded with
 * have to be there still, or somebody was faster.
 */
export const saveSolutions = async (
  host: Host,
  record: SyncRecord,
  wanted: readonly Solution[],
): Promise<Failure | null> => {
  const conditions = [fetchXml.condition(solution.opportunityId, "eq", record.id)];
  const wished = [primaryId, solution.solutionId, solution.solutionDetailId];
  const found = await fetchRows(host, { table, columns: wished, conditions, top: maxRows });
  if (found.kind === "failed") return found.failure;
  const details = record.solutionIds ?? {};
  const rows = found.value.map(({ text }) => ({
    rowId: text(primaryId),
    id: details[text(primaryId)] ?? text(solution.solutionId),
  }));
  const isOvertaken =
    record.solutionIds !== undefined &&
    (rows.length !== Object.keys(details).length || rows.some(({ rowId }) => details[rowId] === undefined));
  if (isOvertaken) return toFailure("dataverse.changedMeanwhile", `solutions of ${record.id}`);

  const added = wanted.filter(({ id }) => !rows.some((row) => row.id === id));
  const removed = rows.filter(({ id }) => !wanted.some((one) => one.id === id));
  for (const { rowId } of removed) {
    const refusal = refusalOf(await host.call("org.delete", { table, id: rowId, as: "system" }));
    if (refusal !== null) return refusal;
  }
  if (added.length === 0) return null;
  const known = await findDetails(
    host,
    added.map(({ id }) => id),
  );
  const targets = added.map((one) => toSolutionRow(record, one, known.get(one.id)));
  return refusalOf(
    await host.call("org.execute", {
      message: "CreateMultiple",
      parameters: { Targets: { $t: "entities", table, rows: targets } },
      as: "system",
    }),
  );
};
