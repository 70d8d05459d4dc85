import { X509Certificate } from "node:crypto";
import { certificatePath } from "../../../../../scripts/tenant/partnerCenter/certificates/certificatePath";
import type { webhookSwitches } from "../../../../../scripts/tenant/partnerCenter/switches/webhookSwitches";
import type { Notification } from "../../../../../scripts/tenant/partnerCenter/webhooks/PostNotification";
import { privateDeal } from "../referralSamples";
import { startOfTime } from "../startSandbox";
import { register } from "../webhookSamples";
import type { Observations, Observer } from "./Observer";

/** What is sent once everything due has been sent. */
async function sentAfter(
  on: Observer,
  act: () => Promise<unknown>,
  registration: object = {},
): Promise<Notification[]> {
  await register(on.running, registration);
  await act();
  await on.running.sandbox.runDue();
  return on.running.sent;
}

const bodyOf = (sent: Notification | undefined): Record<string, unknown> =>
  JSON.parse(sent?.body ?? "{}") as Record<string, unknown>;

export const webhookObservations: Observations<keyof typeof webhookSwitches> = {
  secondRegistration: {
    see: async (on) => {
      await register(on.running);
      return (await register(on.running)).status;
    },
    expected: { refused: 400, overwrites: 200 },
  },
  ownChangeEvents: {
    see: async (on) => (await sentAfter(on, () => on.own(privateDeal()))).length,
    expected: { sent: 1, notSent: 0 },
  },
  resourceUriHost: {
    see: async (on) => {
      const [sent] = await sentAfter(on, () => on.own(privateDeal()));
      return new URL(String(bodyOf(sent)["ResourceUri"])).host;
    },
    expected: { partnerCenter: "api.partnercenter.microsoft.com", referrals: "api.partner.microsoft.com" },
  },
  relatedResourceName: {
    see: async (on) => {
      const sent = await sentAfter(on, async () => on.invite(await on.own()));
      return sent.map((one) => bodyOf(one)["ResourceName"]);
    },
    expected: { referral: ["referral", "referral"], relatedReferral: ["referral", "relatedReferral"] },
  },
  auditProperty: {
    see: async (on) => {
      const [sent] = await sentAfter(on, () => on.own(privateDeal()));
      return Object.keys(bodyOf(sent)).filter((name) => name.startsWith("Audit"));
    },
    expected: { AuditUri: ["AuditUri"], AuditUrl: ["AuditUrl"] },
  },
  msSignaturePrefix: {
    see: async (on) => {
      const registration = { SignatureTokenToMsSignatureHeader: true };
      const [sent] = await sentAfter(on, () => on.own(privateDeal()), registration);
      return sent?.headers["x-ms-signature"]?.startsWith("Signature ");
    },
    expected: { withPrefix: true, bare: false },
  },
  certificateEncoding: {
    see: async (on) => {
      const response = await fetch(on.running.address + certificatePath);
      const bytes = Buffer.from(await response.arrayBuffer());
      const text = bytes.toString("latin1");
      const isBase64 = /^[A-Za-z0-9+/=]+$/.test(text);
      const { subject } = new X509Certificate(isBase64 ? Buffer.from(text, "base64") : bytes);
      return [subject.includes("O=Microsoft Corporation"), bytes[0] === 0x30, isBase64, text.startsWith("-----BEGIN")];
    },
    expected: {
      der: [true, true, false, false],
      base64: [true, false, true, false],
      pem: [true, false, false, true],
    },
  },
  retrySpacing: {
    see: async (on) => {
      const { state } = on.running.sandbox;
      const statuses = [500];
      state.post = async () => ({ kind: "answered", status: statuses.shift() ?? 200 });
      await register(on.running);
      await on.own(privateDeal());
      await on.running.sandbox.runDue();
      const [delivery] = state.deliveries.all();
      return delivery?.state === "waiting" ? delivery.dueAtMs - startOfTime : delivery?.state;
    },
    expected: { doubling: 10_000, minutes: 60_000, hours: 3_600_000, immediate: "delivered" },
  },
  receiverTimeoutSeconds: {
    see: async (on) => (await sentAfter(on, () => on.own(privateDeal())))[0]?.timeoutMs,
    expected: { "10": 10_000, "30": 30_000, "100": 100_000 },
  },
  receiverSuccess: {
    see: async (on) => {
      const { state } = on.running.sandbox;
      const statuses = [202, 404, 500];
      state.post = async () => ({ kind: "answered", status: statuses.shift() ?? 200 });
      await register(on.running);
      for (let count = 0; count < 3; count++) await on.own(privateDeal());
      await on.running.sandbox.runDue();
      return state.deliveries.all().map((delivery) => delivery.state);
    },
    expected: {
      "2xx": ["delivered", "waiting", "waiting"],
      "200": ["waiting", "waiting", "waiting"],
      below500: ["delivered", "delivered", "waiting"],
    },
  },
};
