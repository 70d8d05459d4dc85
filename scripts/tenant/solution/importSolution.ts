import type { MetadataCatalogue } from "../dataverse/catalogue/MetadataCatalogue";
import { DataverseError } from "../dataverse/OrganizationService";
import type { ImportTarget } from "./ImportTarget";
import { type ImportLogEntry, type ImportResult, failed } from "./ImportLog";
import type { SolutionPackage } from "./SolutionPackage";
import type { ImportRun } from "./apply/ImportRun";
import { applyPackage } from "./apply/applyPackage";
import { type ImportSettings, noSettings } from "./apply/applySettings";
import { applySolution } from "./apply/applySolution";
import type { Environment } from "./checks/Environment";
import { SchemaAfterImport } from "./checks/SchemaAfterImport";
import { checkPackage } from "./checks/checkPackage";
import { readEnvironment } from "./checks/readEnvironment";
import { checkUpgrade } from "./checks/checkUpgrade";
import type { SolutionContents } from "./contents/SolutionContents";
import { readContents } from "./contents/readContents";
import { readSolutionPackage } from "./readSolutionPackage";
import { ComponentMetadata } from "./layers/ComponentMetadata";
import { ComponentRows } from "./layers/ComponentRows";
import { recordImport, recordUnreadable } from "./recordImport";
import { findInstalled, holdingName } from "./removal/installedSolution";
import { promoteSolution } from "./removal/promoteSolution";
import { SystemRows } from "./rows/SystemRows";

/** What the caller of an import may say about it beside the package. */
export interface ImportOptions {
  /**
   * `update` leaves what the version before brought and this one does not; `holding` puts a managed solution beside the one
   * installed until it is promoted; `upgrade` does both steps in one.
   * @default "update"
   */
  mode?: "update" | "holding" | "upgrade";
  /** Id of the import job. @default one the server chooses */
  jobId?: string;
  settings?: ImportSettings;
  /** Whether flows are turned on whose connection references have connections. @default false */
  publishWorkflows?: boolean;
}

const isRefused = (log: readonly ImportLogEntry[]): boolean => log.some((entry) => entry.result === "failed");

/** Thrown to undo a half-applied import; never leaves `importSolution`. */
class ImportAborted extends Error {
  constructor(readonly log: ImportLogEntry[]) {
    super("The import was refused.");
  }
}

export interface JudgedImport {
  environment: Environment;
  contents: SolutionContents;
  log: ImportLogEntry[];
}

/** Holds a package against the environment, and changes nothing. */
export async function judge(
  solution: SolutionPackage,
  rows: SystemRows,
  catalogue: MetadataCatalogue,
): Promise<JudgedImport> {
  const { contents, findings } = readContents(solution);
  const environment = await readEnvironment(rows, catalogue);
  const schema = new SchemaAfterImport(contents, environment);
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
  {
    now,
    isHolding,
    settings = noSettings,
    publishWorkflows = false,
  }: ImportOptions & { now: string; isHolding: boolean },
): Promise<ImportLogEntry[]> {
  const { environment, contents, log } = await judge(solution, rows, target.catalogue);
  log.push(...checkUpgrade(solution.manifest, environment, isHolding));
  if (isRefused(log)) throw new ImportAborted(log);
  const { uniqueName, managed } = solution.manifest;
  const installedName = isHolding ? holdingName(uniqueName) : uniqueName;
  // Each holding solution keeps its id when it takes the place of the one before.
  const idName = isHolding ? `${installedName}/${solution.manifest.version}` : installedName;
  const { id } = await applySolution(rows, { ...solution.manifest, uniqueName: installedName }, { now, idName });
  const managedName = managed ? uniqueName : undefined;
  const run: ImportRun = {
    package: solution,
    contents,
    catalogue: target.catalogue,
    rows,
    components: new ComponentRows({
      rows,
      catalogue: target.catalogue,
      managed: target.managed,
      solution: managedName,
    }),
    metadata: new ComponentMetadata(target.managed, managedName),
    solutionId: id,
    installedName,
    now,
    settings,
    publishWorkflows,
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
export async function importSolution(
  zipBytes: Uint8Array,
  target: ImportTarget,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const { mode = "update", jobId } = options;
  const startedOn = target.clock();
  const rows = new SystemRows(target.service, target.catalogue);
  const reading = readSolutionPackage(zipBytes);
  if (!reading.ok) {
    if (jobId !== undefined) await recordUnreadable(rows, jobId, reading.findings, startedOn);
    return { ok: false, log: reading.findings };
  }
  const { uniqueName, version, managed } = reading.package.manifest;

  const installed = await findInstalled(rows, uniqueName);
  const isHolding = mode === "holding" || (mode === "upgrade" && installed !== undefined);
  const imported: ImportResult = await target.transactions
    .inTransaction(() => apply(reading.package, rows, target, { ...options, now: startedOn.toISOString(), isHolding }))
    .then(
      (log) => ({ ok: true, log }),
      (error: unknown) => {
        if (error instanceof ImportAborted) return { ok: false, log: error.log };
        throw error;
      },
    );
  const result =
    imported.ok && isHolding && mode === "upgrade" ? await promote(uniqueName, target, imported) : imported;
  const isNew = installed === undefined;
  await recordImport(rows, {
    ...(jobId !== undefined && { jobId }),
    manifest: reading.package.manifest,
    result,
    isNew,
    startedOn,
    completedOn: target.clock(),
  });
  return { ...result, solution: { uniqueName, version, managed } };
}

/** The second step of an upgrade. Where it is refused, the holding solution stays until somebody applies it. */
async function promote(uniqueName: string, target: ImportTarget, imported: ImportResult): Promise<ImportResult> {
  const component = `Solution ${uniqueName}`;
  try {
    const { removed } = await promoteSolution(uniqueName, target);
    if (removed.length === 0) return imported;
    const message = `Removed, as this version no longer brings it: ${removed.join(", ")}.`;
    return { ...imported, log: [...imported.log, { component, file: "solution.xml", result: "succeeded", message }] };
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    const message = `Solution Upgrade action failed after import as holding. InnerException is: ${error.message}`;
    const refusal = failed(component, "solution.xml", "nothing needs what an upgrade takes away", message);
    return { ok: false, log: [...imported.log, { ...refusal, code: error.code }] };
  }
}
