import type { ImportLogEntry } from "../tenant/solution/ImportLog";
import { SchemaAfterImport } from "../tenant/solution/checks/SchemaAfterImport";
import { checkPackage } from "../tenant/solution/checks/checkPackage";
import { readContents } from "../tenant/solution/contents/readContents";
import { readSolutionPackage } from "../tenant/solution/readSolutionPackage";
import { presumedEnvironment } from "./presumedEnvironment";

/** Something about a package: an error keeps Dataverse from importing it or breaks it there; advice is what could be better. */
export interface Finding extends Pick<ImportLogEntry, "component" | "file" | "message"> {
  level: "error" | "advice";
  rule: string;
}

const toFinding = ({ result, component, file, rule, message }: ImportLogEntry): Finding => ({
  level: result === "failed" ? "error" : "advice",
  rule: rule ?? "good practice",
  component,
  file,
  message,
});

/**
 * Holds a zip against the checks of the local tenant's import, without an environment: what other solutions bring is taken to be
 * there. Errors come first; empty for a package without anything to say about.
 */
export function verifyPackage(zip: Uint8Array): Finding[] {
  const reading = readSolutionPackage(zip);
  if (!reading.ok) return reading.findings.map(toFinding);
  const { contents, findings } = readContents(reading.package);
  const environment = presumedEnvironment(reading.package, contents);
  const schema = new SchemaAfterImport(contents, environment);
  const all = [...findings, ...checkPackage({ package: reading.package, contents, environment, schema })];
  return all.map(toFinding).sort((a, b) => (a.level === b.level ? 0 : a.level === "error" ? -1 : 1));
}

/** Findings that keep a package from being imported. */
export const errorsIn = (findings: readonly Finding[]): Finding[] => findings.filter(({ level }) => level === "error");
