import { columns } from "../../domain/schema";
import type { WebhookEvent } from "../../domain/webhook/WebhookEvent";
import type { EventLog } from "../../ports/EventLog";
import { updateConnection } from "../dataverse/connectionRow";
import { tagged } from "../dataverse/DataverseRow";
import type { Host } from "../host/Host";
import type { Memo } from "../host/Memo";

/** Partner Center repeats a notification within hours, if at all. */
const rememberMs = 6 * 3_600_000;
/** The time of the last notification is for people; more often it would only cost requests. */
const noteEveryMs = 5 * 60_000;

const arrivalKey = "event arrived";

const keyOf = ({ name, resourceUri, changedOn }: WebhookEvent): string => `event ${name} ${resourceUri} ${changedOn}`;

/** Notifications in the host's memory and on the connection row. */
export const createEventLog = (host: Host, memo: Memo): EventLog => ({
  isHandled: async (event) => (await memo.get(keyOf(event))) !== null,
  noteHandled: (event) => memo.put(keyOf(event), "1", rememberMs),
  noteArrival: async (on) => {
    if ((await memo.get(arrivalKey)) !== null) return;
    await memo.put(arrivalKey, on, noteEveryMs);
    await updateConnection(host, { [columns.connection.lastEventOn]: tagged.instant(on) });
  },
});
