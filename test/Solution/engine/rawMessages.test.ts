import { choices, columns, customApis, tables } from "../../../Solution/engine/domain/schema";
import type { JsonObject } from "../../../Solution/engine/domain/values/Json";
import type { EngineAnswer } from "../../../Solution/engine/flows/EngineAnswer";
import { answerPartnerCenter, engagementId, referralId } from "./support/answerPartnerCenter";
import type { FakeHost, HttpAnswer, HttpCall } from "./support/FakeHost";
import { OperatorHost } from "./support/OperatorHost";
import { runEngine } from "./support/runEngine";
import { opportunityId } from "./support/sampleRows";

/*
 * Whatever Partner Center, Microsoft Entra and Dataverse say, and whatever is thrown: their own words are in no answer of any
 * custom API and in no row that is written, be it the trail, a conflict, a link or a message that waits. They go to the
 * technical log alone. One exception: why Partner Center refuses a value, cleaned of what could be a secret, as the marker could.
 */

const marker = "RAWWORDS-of-someone-else-0123456789";
const sentence = `The value ${marker} is not allowed here.`;

const conflictId = "99999999-0000-4000-8000-000000000001";
const messageId = "99999999-0000-4000-8000-000000000002";
const leadMessageId = "99999999-0000-4000-8000-000000000003";

const guid = (v: string) => ({ $t: "guid", v });
const deal = { OpportunityId: guid(opportunityId) };
const certificate = "https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer";
const event = {
  Body: JSON.stringify({
    EventName: "referral-updated",
    ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${referralId}`,
    ResourceChangeUtcDate: "2026-11-22T20:59:00.0000000+00:00",
  }),
  Headers: JSON.stringify({
    "x-ms-signature": "c2lnbmF0dXJl",
    "x-ms-signature-algorithm": "rsa-sha256",
    "x-ms-certificate-url": certificate,
  }),
};

const asked: readonly [what: string, messageName: string, inputParameters: JsonObject][] = [
  ["a save", customApis.syncOpportunity, deal],
  ["a preview", customApis.previewSync, deal],
  ["accepting", customApis.respondToReferral, { ...deal, Answer: "accept" }],
  ["declining", customApis.respondToReferral, { ...deal, Answer: "decline", Reason: "Others" }],
  ["closing", customApis.closeReferral, { ...deal, Outcome: "won" }],
  ["deciding", customApis.resolveConflict, { ConflictId: guid(conflictId), Decision: "dynamics365" }],
  ["a notification", customApis.receivePartnerCenterEvent, event],
  ["maintenance", customApis.runMaintenance, {}],
  ["a replay of a deal", customApis.replay, deal],
  ["a replay of a message", customApis.replay, { MessageId: guid(messageId) }],
  ["a replay of all", customApis.replay, {}],
  ["a backfill", customApis.backfill, { DryRun: false }],
  ["a backfill's preview", customApis.backfill, { DryRun: true }],
  ["registering", customApis.registerWebhook, { Endpoint: "https://prod.example.com/hook", Overwrite: true }],
  ["the self-test", customApis.checkHealth, {}],
  ["the map's check", customApis.checkMapping, deal],
  ["the map's export", customApis.transferMapping, {}],
  ["signing in", customApis.connect, { Step: "startDevice" }],
];

const own = { id: referralId, engagementId, organizationId: "contoso", status: "New", substatus: "Pending" };
const toPartnerCenter = ({ url }: HttpCall): boolean => url.includes("api.partner");
const toEntra = ({ url }: HttpCall): boolean => url.includes("/oauth2/");

/** What asks Partner Center nothing. */
const silent: readonly string[] = [
  customApis.previewSync,
  customApis.checkMapping,
  customApis.transferMapping,
  customApis.connect,
];

/** An edited deal with an open conflict and messages that wait, offered where it is to be answered; all is well so far. */
const prepare = async (messageName: string): Promise<OperatorHost> => {
  const host = new OperatorHost(answerPartnerCenter);
  await runEngine(host);
  const path = "/details/notes";
  const { lastAgreedValues } = columns.link;
  const memory = JSON.parse(host.attribute(tables.link.logicalName, lastAgreedValues) as string) as JsonObject;
  const difference = { here: "Replaces the old ERP", there: "there", side: "own", key: "k" };
  const isOffered = messageName === customApis.respondToReferral;
  const state = isOffered ? { status: "New", substatus: "Pending" } : memory["own"];
  const known = { ...memory, own: state ?? null, differences: { [path]: difference } };
  host.set(tables.link.logicalName, { [lastAgreedValues]: JSON.stringify(known) });
  const signedIn = { $t: "dt", v: "2026-11-01T08:00:00.000Z" };
  host.set(tables.connection.logicalName, { createdon: signedIn });
  host.addConflict(conflictId, path);
  host.addMessage(messageId, `opportunity/${opportunityId}`, choices.direction.toPartnerCenter);
  host.addMessage(leadMessageId, `referral/${referralId}`, choices.direction.toDynamics365);
  host.set("opportunity", { estimatedvalue: { $t: "money", v: "70000.0000" } });
  host.nowMs += 60_000;
  host.calls.length = 0;
  return host;
};

const writing = ["org.create", "org.update", "org.execute"];

/** Every row and answer of a run, as text. */
const leftBy = async (
  host: FakeHost,
  messageName: string,
  inputParameters: JsonObject,
  onThrow: (thrown: unknown) => EngineAnswer = (thrown) => {
    throw thrown;
  },
): Promise<string> => {
  const answer = await runEngine(host, { messageName, inputParameters }).catch(onThrow);
  return JSON.stringify([answer, host.calls.filter(({ op }) => writing.includes(op)).map(({ args }) => args)]);
};

/** The plug-in host puts words of its own in the place of whatever ends a run. */
const byHost = (): EngineAnswer => ({});

const raw = { code: marker, message: sentence, innerError: { code: marker, message: sentence } };
const answers: readonly HttpAnswer[] = [
  ...[400, 401, 403, 404, 409, 412, 422, 429, 500, 503].map((status) => ({
    status,
    headers: { "www-authenticate": marker, "retry-after": marker },
    body: { error: raw, code: marker, description: marker, data: [marker], source: marker },
  })),
  { status: 200, body: `<html>${marker}</html>` },
  { status: 200, body: { value: marker, WebhookUrl: 7, message: marker } },
];

describe.each(asked)("%s", (_what, messageName, inputParameters) => {
  test("keeps what Partner Center says to itself", async () => {
    let heard = 0;
    for (const answer of answers) {
      const host = await prepare(messageName);
      host.http = (call) => (toPartnerCenter(call) ? answer : answerPartnerCenter(call));
      host.httpCalls.length = 0;
      expect(await leftBy(host, messageName, inputParameters)).not.toContain(marker);
      heard += host.httpCalls.filter(toPartnerCenter).length;
    }
    expect(heard >= answers.length).toBe(!silent.includes(messageName));
  });

  test("keeps what Partner Center says to a write to itself, though reading goes well", async () => {
    for (const answer of answers) {
      const host = await prepare(messageName);
      const list = { status: 200, body: { value: [own] } };
      const read = { status: 200, headers: { etag: '"tag-1"' }, body: { ...own, details: {} } };
      host.http = (call) => {
        if (!toPartnerCenter(call)) return answerPartnerCenter(call);
        if (call.method !== "GET") return answer;
        return call.url.includes("?") ? list : read;
      };
      expect(await leftBy(host, messageName, inputParameters)).not.toContain(marker);
    }
  });

  test("keeps what Microsoft Entra says to itself", async () => {
    for (const status of [400, 401, 500]) {
      const host = await prepare(messageName);
      host.forgetMemory();
      const body = { error: marker, error_description: marker, error_codes: [4711], suberror: marker };
      host.http = (call) => (toEntra(call) ? { status, body } : answerPartnerCenter(call));
      expect(await leftBy(host, messageName, inputParameters)).not.toContain(marker);
    }
  });

  test("keeps what Dataverse and the plug-in host say to itself", async () => {
    for (const code of ["0x80040265", "0x80044331", marker, `host.${marker}`])
      for (const at of [...Object.values(tables).map(({ logicalName }) => logicalName), "http.send", "secret.get"]) {
        const host = await prepare(messageName);
        host.forgetMemory();
        host.refuse = (op, table) =>
          (table === at && op !== "org.fetch" && op.startsWith("org.")) || op === at ? { code, message: marker } : null;
        expect(await leftBy(host, messageName, inputParameters, byHost)).not.toContain(marker);
      }
  }, 60_000);

  test("keeps what is thrown to itself", async () => {
    for (const op of ["org.fetch", "org.update", "org.execute", "http.send", "env.get"]) {
      const host = await prepare(messageName);
      host.forgetMemory();
      host.refuse = (asked) => {
        if (asked === op) throw new Error(marker);
        return null;
      };
      expect(await leftBy(host, messageName, inputParameters, byHost)).not.toContain(marker);
    }
  });
});

test("why Partner Center refuses a value is told, without what could be a secret", async () => {
  const host = await prepare(customApis.syncOpportunity);
  const refusal = {
    status: 400,
    body: { error: { code: "invalidRequest", message: sentence, target: "/details/dealValue" } },
  };
  host.http = (call) => (toPartnerCenter(call) ? refusal : answerPartnerCenter(call));
  const left = await leftBy(host, customApis.syncOpportunity, deal);
  expect(left).toContain("The value … is not allowed here.");
  expect(left).toContain("see Est. Revenue.");
  expect(left).not.toContain(marker);
});
