import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { fieldAt, isTwoWay } from "../../domain/mapping/fieldMap";
import { mapOfTable } from "../../domain/mapping/mapOfTable";
import type { Decision } from "../../domain/merge/Decision";
import { counterpart } from "../../domain/merge/moneyPaths";
import { isSameValue, toUndoable } from "../../domain/merge/undoDecision";
import type { JsonObject } from "../../domain/values/Json";
import type { DecidedConflict } from "../../ports/ConflictStore";
import type { EnginePorts } from "../EnginePorts";
import type { DealKey } from "../requireReadAccess";
import { guidOf, textOf } from "../inputs";

/** Whether a request takes a decision back. */
export const isUndo = (parameters: JsonObject): boolean =>
  textOf(parameters, "Decision").trim().toLowerCase() === "undo";

/** The decided conflict that a request names. */
export const findDecided = async (
  { conflicts }: EnginePorts,
  parameters: JsonObject,
): Promise<Outcome<DecidedConflict>> => {
  const conflictId = guidOf(parameters["ConflictId"]);
  const found = await conflicts.findDecided(conflictId);
  if (found.kind === "failed") return found;
  return found.value === null ? failed(toFailure("conflict.notUndone", `conflict ${conflictId}`)) : done(found.value);
};

/** An amount and its currency that were decided together are taken back together. */
const withCounterpart = async (
  { conflicts }: EnginePorts,
  decided: DecidedConflict,
): Promise<Outcome<readonly DecidedConflict[]>> => {
  const other = counterpart(decided.path);
  const beside = other === null ? done(null) : await conflicts.decidedWith(decided, other);
  if (beside.kind === "failed") return beside;
  return done(beside.value === null ? [decided] : [decided, beside.value]);
};

/**
 * What takes a decision about a field back: for each, the value that lost as a decision of its own. Refused where the row does not hold
 * both values, and where the field holds another one since.
 */
export const readUndo = async (
  ports: EnginePorts,
  decided: DecidedConflict,
  by: string,
): Promise<Outcome<DealKey & { decisions: readonly Decision[] }>> => {
  const { table, recordId } = decided;
  const together = await withCounterpart(ports, decided);
  if (together.kind === "failed") return together;
  const settings = await ports.settings.current();
  const loaded = await ports.records[table].load(recordId, settings, "ifSynced");
  if (loaded.kind === "failed") return loaded;
  const { record, link } = loaded.value ?? {};
  if (record?.state !== "open" || link?.memory.own?.status === "Closed")
    return failed(toFailure("conflict.undoClosed", recordId));
  const decisions: Decision[] = [];
  for (const { path, conflict, isWhole } of together.value) {
    const undoable = toUndoable(conflict);
    const held = link?.memory.values[path] ?? null;
    const row = fieldAt(path, mapOfTable(settings.fieldMap, table));
    const goesBoth = row !== null && isTwoWay(row);
    if (undoable === null || !isWhole || !goesBoth || Array.isArray(held))
      return failed(toFailure("conflict.notUndone", path));
    if (!isSameValue(held, undoable.held)) return failed(toFailure("conflict.undoOutdated", path));
    decisions.push({ path, take: "value", value: undoable.lost, by, undoes: conflict });
  }
  return done({ table, recordId, decisions });
};
