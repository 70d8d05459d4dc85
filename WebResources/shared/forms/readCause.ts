import { belongsTo, type DealKey } from "../../../PcfControls/shared/deal/DealKey";
import { toFailureWords, type FailureWords } from "../../../Solution/engine/domain/failure/Failure";
import type { FailureAbout } from "../../../Solution/engine/domain/failure/FailureAbout";
import { failureAbout } from "../../../Solution/engine/domain/link/failureAbout";
import { parseLinkMemory } from "../../../Solution/engine/domain/link/Link";
import { columns, tables } from "../../../Solution/engine/domain/schema";
import type { DataClient } from "./DataClient";

const { failureCode, lastAgreedValues } = columns.link;

/** A memory of a later version's shape says nothing that could be shown. */
const toAbout = (code: string, memory: unknown): FailureAbout | null => {
  try {
    return failureAbout(code, parseLinkMemory(typeof memory === "string" ? memory : ""));
  } catch {
    return null;
  }
};

/** Why the last sync of a deal came to nothing; null where it did not, or the user may not read the link. */
export const readCause = async (client: DataClient, deal: DealKey): Promise<FailureWords | null> => {
  const query = `$select=${failureCode},${lastAgreedValues}&$filter=${belongsTo(deal, "link")}`;
  const result = await client.retrieveMultiple(tables.link.entitySetName, query);
  const row = result.kind === "done" ? result.value[0] : undefined;
  const code = row?.[failureCode];
  if (typeof code !== "string" || code === "") return null;
  return toFailureWords(code, null, toAbout(code, row?.[lastAgreedValues]));
};
