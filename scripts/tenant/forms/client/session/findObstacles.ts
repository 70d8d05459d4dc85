import { areEqual } from "../page/ColumnValue";
import type { FormPage, Obstacle } from "../page/FormPage";

const missingWords = "Required fields must be filled in.";

/** Why a record cannot be saved yet, in words for the person at the form; empty when nothing stands in the way. */
export function findObstacles(page: FormPage): Obstacle[] {
  const missing = [...page.columns.values()]
    .filter(({ requiredLevel, value }) => requiredLevel === "required" && areEqual(value, null))
    .filter(({ metadata }) => metadata.validForUpdate && metadata.type !== "state" && metadata.type !== "status")
    .map(({ name, metadata }) => ({ missing: name, message: `${metadata.displayName}: ${missingWords}` }));
  const wrong = [...page.controls.values()].flatMap(({ label, notifications }) =>
    notifications
      .filter(({ level }) => level === "ERROR")
      .map(({ message }) => ({ missing: null, message: `${label}: ${message}` })),
  );
  return [...missing, ...wrong];
}
