import { readSteps, readTables } from "../dataverse/readTables";
import { measureLatency, percentile } from "../measure/measureLatency";
import { loadEngine } from "../platform/EngineScript";
import { bundleEngine } from "../run/bundle";
import { supportedMessages } from "../run/supportedMessages";

const editsPerSecond = 5;
const deals = 1000;

/** Seconds that 50, 95 and 99 of a hundred edits may take. */
const goals = [2, 5, 10] as const;

const line = (name: string, sorted: readonly number[]): string => {
  const seconds = [0.5, 0.95, 0.99].map((part) => percentile(sorted, part) / 1000);
  const words = seconds.map(
    (value, at) => `p${[50, 95, 99][at] ?? ""} ${value.toFixed(2)} s (goal ${goals[at] ?? ""})`,
  );
  return `${name}: ${words.join(", ")}, ${sorted.length} edits`;
};

const meets = (sorted: readonly number[]): boolean =>
  [0.5, 0.95, 0.99].every((part, at) => percentile(sorted, part) / 1000 <= (goals[at] ?? 0));

/** Measures edits under latencies and prints them beside the goals. True when all are met. */
export const printMeasurements = async (root: string, hours: number): Promise<boolean> => {
  const code = await bundleEngine(root);
  const supported = new Set(await supportedMessages(code));
  const parts = {
    handle: loadEngine(code),
    tables: readTables(root),
    steps: readSteps(root),
    supported,
    isTold: false,
  };
  const measured = await measureLatency(parts, { hours, editsPerSecond, deals });
  const { edits, toPartnerCenter, toDynamics365 } = measured;
  const perEdit = (count: number): string => (count / edits).toFixed(2);
  console.log(
    `${edits} edits of ${deals} deals, ${editsPerSecond} a second for ${hours} h of virtual time, median 250 ms, p99 1.5 s, 1 % errors`,
  );
  console.log(line("Dynamics 365 to Partner Center", toPartnerCenter));
  console.log(line("Partner Center to Dynamics 365", toDynamics365));
  console.log(
    `overtaken by the next edit of the same field: ${measured.overtaken}; deals unequal at the end: ${measured.unequal}, of which say so: ${measured.unequal - measured.unequalUnseen}`,
  );
  console.log(
    `Partner Center calls per edit: ${perEdit(measured.partnerCenterCalls - measured.maintenanceCalls)} (goal 1.0), and ${perEdit(measured.maintenanceCalls)} of maintenance`,
  );
  console.log(
    `Dataverse per edit: ${perEdit(measured.dataverseWrites)} writes (goal 3 with the lease beside), ${perEdit(measured.dataverseRequests)} requests in all`,
  );
  return meets(toPartnerCenter) && meets(toDynamics365) && measured.unequalUnseen === 0;
};
