import { areEqual } from "../page/ColumnValue";
import type { FormPage } from "../page/FormPage";

/** Why a record cannot be saved yet, in words for the person at the form; empty when nothing stands in the way. */
export function findObstacles(page: FormPage): string[] {
  const missing = [...page.columns.values()]
    .filter(({ requiredLevel, value }) => requiredLevel === "required" && areEqual(value, null))
    .filter(({ metadata }) => metadata.validForUpdate && metadata.type !== "state" && metadata.type !== "status")
    .map(({ metadata }) => `${metadata.displayName}: Required fields must be filled in.`);
  const wrong = [...page.controls.values()].flatMap(({ label, notifications }) =>
    notifications.filter(({ level }) => level === "ERROR").map(({ message }) => `${label}: ${message}`),
  );
  return [...missing, ...wrong];
}
