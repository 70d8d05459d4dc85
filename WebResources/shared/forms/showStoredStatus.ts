import { toFailureWords, type FailureWords } from "../../../Solution/engine/domain/failure/Failure";
import type { FailureAbout } from "../../../Solution/engine/domain/failure/FailureAbout";
import { failureAbout } from "../../../Solution/engine/domain/link/failureAbout";
import { parseLinkMemory } from "../../../Solution/engine/domain/link/Link";
import { belongsTo, type DealKey } from "../../../PcfControls/shared/deal/DealKey";
import { toDaysLeft } from "../../../PcfControls/shared/deal/toDaysLeft";
import { columns, tables } from "../../../Solution/engine/domain/schema";
import { toSyncStatus } from "../../../Solution/engine/domain/sync/syncStatus";
import type { DataClient } from "./DataClient";
import { isSyncOn, toRecordId } from "./formRecord";
import type { Notices } from "./Notices";
import { hasCause, toStatusNotice, type NoticeSettings } from "./toNotice";

/** A form of a deal, and its line above. */
export interface DealForm {
  form: Xrm.FormContext;
  client: DataClient;
  settings: () => Promise<NoticeSettings>;
  notices: Notices;
  table: DealKey["table"];
}

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
const readCause = async (client: DataClient, deal: DealKey): Promise<FailureWords | null> => {
  const query = `$select=${failureCode},${lastAgreedValues}&$filter=${belongsTo(deal, "link")}`;
  const result = await client.retrieveMultiple(tables.link.entitySetName, query);
  const row = result.kind === "done" ? result.value[0] : undefined;
  const code = row?.[failureCode];
  if (typeof code !== "string" || code === "") return null;
  return toFailureWords(code, null, toAbout(code, row?.[lastAgreedValues]));
};

/** Days that are left for the answer that is due; null where none is, or the form lacks the column. */
const readDaysLeft = (form: Xrm.FormContext, table: DealKey["table"]): number | null => {
  const column = columns[table].answerDueOn;
  const dueOn = form.getAttribute<Xrm.Attributes.DateAttribute>(column)?.getValue() as Date | null;
  return dueOn instanceof Date ? toDaysLeft(dueOn, new Date()) : null;
};

/** Says above the form what the last sync left, as far as that lasts. */
export const showStoredStatus = async ({ form, client, settings, notices, table }: DealForm): Promise<void> => {
  const id = toRecordId(form);
  if (!isSyncOn(form) || id === null) return;
  const column = columns[table].syncStatus;
  const status = toSyncStatus(form.getAttribute<Xrm.Attributes.OptionSetAttribute>(column)?.getValue() ?? null);
  const daysLeft = readDaysLeft(form, table);
  const [failure, shown] = await Promise.all([hasCause(status) ? readCause(client, { table, id }) : null, settings()]);
  const notice = toStatusNotice(status, shown, { failure, daysLeft });
  if (notice && notice.lastsMs === undefined) notices.show(notice);
};
