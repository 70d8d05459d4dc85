import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Environment } from "../environment/connectEnvironment";
import { type ImportJobRow, type JobRow, jobStates } from "./dataverseRows";
import { type LoggedProblem, readImportLog } from "./importLog";
import { Progress, type ProgressOutput } from "./Progress";

export interface PackageImport {
  /** Id that StageSolution gave. */
  uploadId: string;
  /** Whether it is imported beside the installed version, to take its place later. */
  isHolding: boolean;
  /** Rows of environment variable values and connection references. */
  settings: readonly Record<string, string>[];
}

/** How an asynchronous operation of the platform ended. */
export type JobOutcome =
  { ok: true; problems: LoggedProblem[] } | { ok: false; problems: LoggedProblem[]; words: string };

/** Imports a staged package and waits for the end, which shows on `output`. */
export async function importPackage(
  environment: Environment,
  { uploadId, isHolding, settings }: PackageImport,
  output: ProgressOutput,
): Promise<JobOutcome> {
  const jobId = randomUUID();
  const action = {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    ImportJobId: jobId,
    ...(isHolding && { HoldingSolution: true }),
    ...(settings.length > 0 && { ComponentParameters: settings }),
    SolutionParameters: { StageSolutionUploadId: uploadId },
  };
  const { AsyncOperationId: id } = await environment.askOnce((client) =>
    client.callAction<{ AsyncOperationId: string }>({ actionName: "ImportSolutionAsync", action }),
  );
  const progress = new Progress(output, "Importing");
  const job = await waitForJob(environment, id, async () => {
    progress.show((await readImportJob(environment, jobId, ["progress"]))?.progress ?? 0);
  }).finally(() => progress.end());
  const log = await readImportJob(environment, jobId, ["data"]);
  const problems = readImportLog(log?.data ?? "");
  return isDone(job) ? { ok: true, problems } : { ok: false, problems, words: wordsOf(job) };
}

/** Puts an imported upgrade in the place of the installed version, and removes what it no longer has. */
export async function applyUpgrade(environment: Environment, uniqueName: string): Promise<JobOutcome> {
  const action = { UniqueName: uniqueName };
  const { AsyncOperationId: id } = await environment.askOnce((client) =>
    client.callAction<{ AsyncOperationId: string }>({ actionName: "DeleteAndPromoteAsync", action }),
  );
  const job = await waitForJob(environment, id, () => Promise.resolve());
  return isDone(job) ? { ok: true, problems: [] } : { ok: false, problems: [], words: wordsOf(job) };
}

const isDone = ({ statuscode }: JobRow): boolean => statuscode === jobStates.succeeded;
const wordsOf = ({ friendlymessage, message }: JobRow): string =>
  friendlymessage ?? message ?? "The environment says that it failed, and not why.";

const firstPollMs = 250;
const slowestPollMs = 5000;

/** Asks for a system job, ever more slowly, until it has ended; `look` runs before each time. */
async function waitForJob(environment: Environment, id: string, look: () => Promise<void>): Promise<JobRow> {
  for (let pollMs = firstPollMs; ; pollMs = Math.min(pollMs * 1.5, slowestPollMs)) {
    await look();
    const job = await environment.ask((client) =>
      client.retrieve<JobRow>({
        collection: "asyncoperations",
        key: id,
        select: ["statecode", "statuscode", "message", "friendlymessage"],
      }),
    );
    if (job.statecode === jobStates.completed) return job;
    await delay(pollMs);
  }
}

/** The import job, which appears some time after its system job has begun. */
async function readImportJob(
  environment: Environment,
  jobId: string,
  select: (keyof ImportJobRow)[],
): Promise<ImportJobRow | undefined> {
  const { value } = await environment.ask((client) =>
    client.retrieveMultiple<ImportJobRow>({ collection: "importjobs", select, filter: `importjobid eq ${jobId}` }),
  );
  return value[0];
}
