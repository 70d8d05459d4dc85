import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { MappingProblem } from "../../domain/fieldMapping/MappingProblem";
import { printMappingFile, readMappingFile } from "../../domain/fieldMapping/mappingFile";
import { planImport, type RowChange } from "../../domain/fieldMapping/planImport";
import type { JsonObject } from "../../domain/values/Json";
import type { EnginePorts } from "../EnginePorts";
import { findProblems } from "./findProblems";
import { seedFieldMap } from "./seedFieldMap";

/** What came of an import, or would come of it. */
export interface MappingImport {
  /** Refused: nothing was written, see problems and words. Shown: it was a dry run. */
  kind: "imported" | "shown" | "refused";
  changes: readonly RowChange[];
  problems: readonly MappingProblem[];
  /** What is wrong with the text as a whole; empty where it can be read. */
  words: string;
}

/** All rows as JSON, in a stable order. */
export const exportMapping = async (ports: EnginePorts): Promise<Outcome<JsonObject>> => {
  const refusal = await seedFieldMap(ports);
  if (refusal !== null) return failed(refusal);
  const stored = await ports.fieldMaps.rows();
  return stored.kind === "failed" ? stored : done(printMappingFile(stored.value));
};

/** Puts rows of a text in place, all or none: a row that would be left out refuses the whole. */
export const importMapping = async (
  ports: EnginePorts,
  text: string,
  isDryRun: boolean,
): Promise<Outcome<MappingImport>> => {
  const reading = readMappingFile(text);
  if (reading.kind === "wrong") return done({ kind: "refused", changes: [], problems: [], words: reading.words });
  if (!isDryRun) {
    const refusal = await seedFieldMap(ports);
    if (refusal !== null) return failed(refusal);
  }
  const stored = await ports.fieldMaps.rows();
  if (stored.kind === "failed") return stored;
  const plan = planImport(stored.value, reading.file);
  const found = await findProblems(ports, plan.after);
  if (found.kind === "failed") return found;
  const changed = plan.rows.map(({ key }) => key);
  // Rows that were wrong before and are not touched do not stand in the way.
  const problems = found.value.problems.filter(({ key }) => changed.includes(key));
  const result = { changes: plan.changes, problems, words: "" };
  if (problems.some(({ severity }) => severity === "leftOut")) return done({ ...result, kind: "refused" });
  if (isDryRun) return done({ ...result, kind: "shown" });
  const refusal = plan.rows.length === 0 ? null : await ports.fieldMaps.put(plan.rows);
  return refusal === null ? done({ ...result, kind: "imported" }) : failed(refusal);
};
