import { startReport, stopReport, type Task } from "./MaintenanceRun";

/** The rows of both records count. */
const pageSize = 500;

const by = "It has a referral of its own now";

/** Ends the question whether two records are the same deal where the one that was asked about has been shared by itself since. */
export const endProposals: Task = async ({ ports, startedOn }, memory) => {
  const overtaken = await ports.conflicts.overtakenProposals(pageSize);
  if (overtaken.kind === "failed") return { report: stopReport(startReport(), overtaken.failure), memory };
  let handled = 0;
  for (const { linkId, path } of overtaken.value) {
    const refusal = await ports.conflicts.decideProposals(linkId, path, { kind: "anotherDeal", by }, startedOn);
    if (refusal !== null) return { report: stopReport({ ...startReport(), handled }, refusal), memory };
    handled += 1;
  }
  return { report: { ...startReport(), handled }, memory };
};
