import type { Failure } from "../../domain/failure/Failure";
import { toStandardRows } from "../../domain/fieldMapping/toStandardRows";
import type { EnginePorts } from "../EnginePorts";

/**
 * Makes the rows of the standard map that are missing, so that administrators find them; what is there already stays as it is.
 * A missing row counts as the standard map has it, so this changes nothing of what is synced.
 */
export const seedFieldMap = async ({ fieldMaps }: Pick<EnginePorts, "fieldMaps">): Promise<Failure | null> => {
  const stored = await fieldMaps.rows();
  if (stored.kind === "failed") return stored.failure;
  const keys = stored.value.map(({ key }) => key);
  const missing = toStandardRows().filter(({ key }) => !keys.includes(key));
  return missing.length === 0 ? null : fieldMaps.create(missing);
};
