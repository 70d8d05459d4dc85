import { ok, problem, warning, type HealthCheck } from "./HealthCheck";

/** The most that are read. */
export const jobsRead = 500;

/** A system job of the connector's own steps that has not come to its end. */
export interface UnfinishedJob {
  state: "failed" | "retrying" | "notBegun";
  /** Why, as Dataverse shows it; empty where it does not say. */
  reason: string;
}

const look = "Open System Jobs in the settings of the environment: each says why.";

const stateLabels = [
  ["failed", "failed"],
  ["retrying", "waiting for another try"],
  ["notBegun", "not begun for ten minutes"],
] as const;

/** Jobs of the last day, the newest first. What they left undone shows nowhere else until maintenance finds it. */
export const checkJobs = (jobs: readonly UnfinishedJob[]): HealthCheck => {
  const [newest] = jobs;
  if (newest === undefined) return ok("jobs", "No system job of the connector failed in the last 24 hours.");
  const count = (state: UnfinishedJob["state"]): number => jobs.filter((job) => job.state === state).length;
  const counts = stateLabels.flatMap(([state, label]) => (count(state) > 0 ? [`${count(state)} ${label}`] : []));
  const words =
    `System jobs of the connector in the last 24 hours${jobs.length < jobsRead ? "" : ", the newest"}: ` +
    `${counts.join(", ")}. ${newest.reason}`.trim();
  return count("notBegun") > 0
    ? problem("jobs", words, `Turn on background operations of the environment. ${look}`)
    : warning("jobs", words, `${look} Maintenance does most of what they left undone.`);
};
