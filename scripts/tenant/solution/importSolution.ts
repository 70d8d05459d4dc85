import type { MetadataCatalogue } from "../dataverse/catalogue/MetadataCatalogue";
import { DataverseError, type OrganizationService } from "../dataverse/OrganizationService";
import type { Transactions } from "../dataverse/Transactions";
import { type ImportLogEntry, type ImportResult, failed } from "./ImportLog";
import type { SolutionPackage } from "./SolutionPackage";
import type { ImportRun } from "./apply/ImportRun";
import { applyPackage } from "./apply/applyPackage";
import { applySolution } from "./apply/applySolution";
import type { Environment } from "./checks/Environment";
import { FutureSchema } from "./checks/FutureSchema";
import { checkPackage } from "./checks/checkPackage";
import { readEnvironment } from "./checks/readEnvironment";
import type { SolutionContents } from "./contents/SolutionContents";
import { readContents } from "./contents/readContents";
import { readSolutionPackage } from "./readSolutionPackage";
import { recordImport } from "./recordImport";
import { SystemRows } from "./rows/SystemRows";

/** The parts of a tenant that an import works on. */
export interface ImportTarget {
  /** Rows are written past the plug-in pipeline, as the platform writes its own. */
  service: OrganizationService;
  catalogue: MetadataCatalogue;
  transactions: Transactions;
  clock: () => Date;
}

const isRefused = (log: readonly ImportLogEntry[]): boolean => log.some((entry) => entry.result === "failed");

/** Thrown to undo a half-applied import; never leaves `importSolution`. */
class ImportAborted extends Error {
  constructor(readonly log: ImportLogEntry[]) {
    super("The import was refused.");
  }
}

interface JudgedImport {
  environment: Environment;
  contents: SolutionContents;
  log: ImportLogEntry[];
}

async function judge(solution: SolutionPackage, rows: SystemRows, catalogue: MetadataCatalogue): Promise<JudgedImport> {
  const { contents, findings } = readContents(solution);
  const environment = await readEnvironment(rows, catalogue);
  const schema = new FutureSchema(contents, environment);
  return {
    environment,
    contents,
    log: [...findings, ...checkPackage({ package: solution, contents, environment, schema })],
  };
}

async function apply(
  solution: SolutionPackage,
  rows: SystemRows,
  target: ImportTarget,
  now: string,
): Promise<ImportLogEntry[]> {
  const { environment, contents, log } = await judge(solution, rows, target.catalogue);
  if (isRefused(log)) throw new ImportAborted(log);
  const { id } = await applySolution(rows, solution.manifest, now);
  const run: ImportRun = {
    package: solution,
    contents,
    catalogue: target.catalogue,
    rows,
    solutionId: id,
    now,
    applied: [],
    log,
  };
  try {
    await applyPackage(run, environment);
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    const message = `While it was put in place the server refused: ${error.message} (${error.code}).`;
    throw new ImportAborted([
      ...run.log.filter((entry) => entry.result !== "succeeded"),
      failed(
        `Solution ${solution.manifest.uniqueName}`,
        "customizations.xml",
        "the server accepts what is imported",
        message,
      ),
    ]);
  }
  return run.log;
}

/**
 * Imports a solution zip, managed or unmanaged, as a whole or not at all. A refusal is an answer with `ok` false and a log
 * whose `failed` lines name component, file and rule; either way the tenant remembers the import in its solution history.
 */
export async function importSolution(zipBytes: Uint8Array, target: ImportTarget): Promise<ImportResult> {
  const startedOn = target.clock();
  const rows = new SystemRows(target.service, target.catalogue);
  const reading = readSolutionPackage(zipBytes);
  if (!reading.ok) return { ok: false, log: reading.findings };
  const { uniqueName, version, managed } = reading.package.manifest;

  const [installed] = await rows.read("solution", ["version"], { uniquename: uniqueName });
  const result: ImportResult = await target.transactions
    .inTransaction(() => apply(reading.package, rows, target, startedOn.toISOString()))
    .then(
      (log) => ({ ok: true, log }),
      (error: unknown) => {
        if (error instanceof ImportAborted) return { ok: false, log: error.log };
        throw error;
      },
    );
  const isNew = installed === undefined;
  await recordImport(rows, {
    manifest: reading.package.manifest,
    result,
    isNew,
    startedOn,
    completedOn: target.clock(),
  });
  return { ...result, solution: { uniqueName, version, managed } };
}
