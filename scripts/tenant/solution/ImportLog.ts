/** One line of an import log. Only `failed` lines stop an import. */
export interface ImportLogEntry {
  /** What it is about, such as `Web resource cosell_/engine/engine.js`. */
  component: string;
  /** File in the zip, with the place in it where that helps. */
  file: string;
  result: "succeeded" | "warning" | "kept, not run" | "failed";
  /** Dataverse's code for the refusal, where one is documented. */
  code?: string;
  /** The rule of the format that a failed component breaks, in one phrase. */
  rule?: string;
  message: string;
}

export interface ImportResult {
  ok: boolean;
  log: ImportLogEntry[];
  solution?: { uniqueName: string; version: string; managed: boolean };
  /** True when nothing was done, as this very zip was imported before. */
  isUnchanged?: boolean;
}

/** The answer for a zip that is imported already. */
export function alreadyImported(solution: NonNullable<ImportResult["solution"]>): ImportResult {
  const { uniqueName, version } = solution;
  const message = `Version ${version} is imported already from this very file: nothing to do.`;
  const line = { component: `Solution ${uniqueName}`, file: "solution.xml", result: "succeeded" as const, message };
  return { ok: true, log: [line], solution, isUnchanged: true };
}

/** A rule broken by the zip: the import is refused. */
export function failed(component: string, file: string, rule: string, message: string): ImportLogEntry {
  return { component, file, result: "failed", rule, message };
}

/** Plain text for the console and the import job, worst lines first. */
export function printImportLog(log: readonly ImportLogEntry[]): string {
  const order: ImportLogEntry["result"][] = ["failed", "warning", "kept, not run", "succeeded"];
  const sorted = [...log].sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result));
  return sorted
    .map(
      ({ result, component, file, rule, message }) =>
        `${result}: ${component} (${file})${rule ? `, rule "${rule}"` : ""}: ${message}`,
    )
    .join("\n");
}
