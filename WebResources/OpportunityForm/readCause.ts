import { toFailureWords, type FailureWords } from "../../Solution/engine/domain/failure/Failure";
import { columns, tables } from "../../Solution/engine/domain/schema";
import type { DataClient } from "./DataClient";

const { failureCode, opportunityId } = columns.link;

/** Why the last sync of an opportunity came to nothing; null where it did not, or the user may not read the link. */
export const readCause = async (client: DataClient, id: string): Promise<FailureWords | null> => {
  const query = `$select=${failureCode}&$filter=_${opportunityId}_value eq ${id}`;
  const result = await client.retrieveMultiple(tables.link.entitySetName, query);
  const code = result.kind === "done" ? result.value[0]?.[failureCode] : null;
  return typeof code === "string" && code !== "" ? toFailureWords(code) : null;
};
