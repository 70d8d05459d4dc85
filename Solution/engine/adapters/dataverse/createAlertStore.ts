import type { Alert } from "../../domain/alerts/Alert";
import type { AlertMemory } from "../../domain/alerts/decideAlerts";
import { fitText } from "../../domain/columns/fitText";
import { done } from "../../domain/failure/Outcome";
import type { RegistrationState } from "../../domain/registration/RegistrationCheck";
import { choices, columns, securityRoles, tables } from "../../domain/schema";
import { isJsonObject } from "../../domain/values/Json";
import { parseJson } from "../../domain/values/parseJson";
import type { AlertStore } from "../../ports/AlertStore";
import type { Host } from "../host/Host";
import { lockConnection, readConnection, updateConnection } from "./connectionRow";
import { tagged, toRow } from "./DataverseRow";
import { fetchAll } from "./fetchRows";
import { fetchXml } from "./fetchXml";
import { toDataverseFailure } from "./toDataverseFailure";

const { connection, message } = columns;

const parkedQuery =
  `<fetch aggregate="true"><entity name="${tables.message.logicalName}">` +
  `<attribute name="${tables.message.primaryId}" alias="number" aggregate="count"/>` +
  `<attribute name="${message.failureCode}" alias="code" groupby="true"/>` +
  `<filter>${fetchXml.condition(message.state, "eq", choices.messageState.parked)}` +
  `${fetchXml.isNotNull(message.failureCode)}</filter><order alias="number" descending="true"/></entity></fetch>`;

/** More people than that are no longer called, they are disturbed. */
const maxRecipients = 50;

/** A copy of a role in another business unit has its name. */
const recipientsQuery =
  `<fetch top="${maxRecipients}" distinct="true"><entity name="systemuser"><attribute name="systemuserid"/>` +
  `<filter>${fetchXml.condition("isdisabled", "eq", false)}</filter>` +
  `<link-entity name="systemuserroles" from="systemuserid" to="systemuserid" intersect="true">` +
  `<link-entity name="role" from="roleid" to="roleid"><filter>` +
  `${fetchXml.isOneOf("name", [securityRoles.coSellOperator, securityRoles.coSellAdministrator])}</filter></link-entity>` +
  `</link-entity><order attribute="systemuserid"/></entity></fetch>`;

/** Values of the table's choices, and of its Data, as "Send in-app notifications within model-driven apps" gives them. */
const notification = {
  table: "appnotification",
  icons: { warning: 100000003, problem: 100000002 },
  timedToast: 200000000,
  maxTitleChars: 100,
  maxBodyChars: 500,
  lifeSeconds: 14 * 86_400,
} as const;

const data = JSON.stringify({
  actions: [
    {
      title: "Open Setup and health",
      data: {
        url: "?pagetype=webresource&webresourceName=cosell_/setup/setup.html",
        navigationTarget: "newWindow",
      },
    },
  ],
});

const toNotification = (userId: string, { title, words, fix, isProblem }: Alert) => ({
  title: fitText(`Co-sell: ${title}`, notification.maxTitleChars),
  body: fitText(`${words} ${fix}`, notification.maxBodyChars),
  icontype: tagged.choice(isProblem ? notification.icons.problem : notification.icons.warning),
  toasttype: tagged.choice(notification.timedToast),
  ttlinseconds: notification.lifeSeconds,
  data,
  ownerid: tagged.reference("systemuser", userId),
});

const readMemory = (text: string): AlertMemory => {
  const json = parseJson(text);
  return isJsonObject(json) ? (json as AlertMemory) : {};
};

const stateOf = (choice: number | null): RegistrationState =>
  (Object.keys(choices.webhookState) as RegistrationState[]).find((state) => choices.webhookState[state] === choice) ??
  "unknown";

/** Alerts over the bridge. */
export const createAlertStore = (host: Host): AlertStore => ({
  read: async () => {
    await lockConnection(host);
    const row = await readConnection(host, [
      connection.alertMemory,
      connection.webhookState,
      connection.webhookEndpoint,
    ]);
    if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row : done(null);
    const { text, choice } = row.value;
    return done({
      memory: readMemory(text(connection.alertMemory)),
      registration: text(connection.webhookEndpoint) === "" ? null : stateOf(choice(connection.webhookState)),
    });
  },

  save: (memory) => updateConnection(host, { [connection.alertMemory]: JSON.stringify(memory) }),

  parkedCauses: async () => {
    const rows = await fetchAll(host, parkedQuery);
    if (rows.kind === "failed") return rows;
    return done(rows.value.map(({ text }) => ({ failureCode: text("code"), count: Number(text("number") || "0") })));
  },

  recipients: async () => {
    const rows = await fetchAll(host, recipientsQuery);
    return rows.kind === "failed" ? rows : done(rows.value.map(({ text }) => text("systemuserid")));
  },

  notify: async (userId, alert) => {
    const entity = toRow(notification.table, toNotification(userId, alert));
    const answer = await host.call("org.create", { entity, as: "system" });
    return answer.ok ? null : toDataverseFailure(answer);
  },
});
