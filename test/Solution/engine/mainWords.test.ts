import { failureKinds } from "../../../Solution/engine/domain/failure/failureKinds";
import { columns, tables } from "../../../Solution/engine/domain/schema";
import type { EngineAnswer } from "../../../Solution/engine/flows/EngineAnswer";
import type { EngineRequest } from "../../../Solution/engine/flows/EngineRequest";
import { answerPartnerCenter } from "./support/answerPartnerCenter";
import { FakeHost, type HttpAnswer, type HttpCall } from "./support/FakeHost";
import { runEngine } from "./support/runEngine";
import { opportunityId } from "./support/sampleRows";

/* Whatever is said outside, a seller reads the catalogue's words and nothing else. */

const raw = "RAW: line 7 of Contoso.Service, AADSTS, 0x8004, 11111111-2222-4333-8444-555555555555";
const statuses = [
  300, 302, 307, 400, 401, 403, 404, 405, 406, 409, 410, 411, 412, 413, 415, 416, 418, 422, 423, 429, 451, 500, 501,
  502, 503, 504, 507, 509, 599,
];
const codes = [
  ...["accessDenied", "generalException", "invalidRequest", "itemNotFound", "preconditionFailed", "resourceModified"],
  ...["serviceNotAvailable", "unauthenticated", "unAuthorized", "900421", "insufficent_claims", raw, "somethingNew"],
];
const bodies: unknown[] = [
  ...codes.map((code) => ({ error: { code, message: raw, innerError: { code: raw, message: raw } } })),
  ...codes.map((code) => ({ code, description: raw, data: [raw], source: raw })),
  `<html>${raw}</html>`,
  raw,
  "",
];

const toReferrals = ({ url }: HttpCall): boolean => url.includes("/referrals");
const isToken = ({ url }: HttpCall): boolean => url.includes("/oauth2/");

/** Everything of a run that anybody but an administrator reads. */
const visible = (host: FakeHost, answer: EngineAnswer): string => {
  const own = columns.opportunity;
  const onForm = [own.audit, own.referralIdentifier, own.referralLink].map((column) =>
    host.attribute("opportunity", column),
  );
  return JSON.stringify([answer, onForm, host.attribute("opportunity", "name")]);
};

const unknownWords = /RAW|AADSTS|0x8004|11111111-2222|<html>|stack|undefined|\[object/;

const judge = async (host: FakeHost, request: Partial<EngineRequest> = {}): Promise<void> => {
  const text = visible(host, await runEngine(host, request));
  expect(text).not.toMatch(unknownWords);
};

test("no answer of Partner Center, of any status, code and shape, gets through to a seller", async () => {
  for (const status of statuses)
    for (const body of bodies) {
      const answer: HttpAnswer = { status, body, headers: { "retry-after": raw, "www-authenticate": raw } };
      await judge(new FakeHost((call) => (toReferrals(call) ? answer : answerPartnerCenter(call))));
    }
}, 120_000);

test("no answer of Microsoft Entra gets through to a seller", async () => {
  for (const status of statuses)
    for (const error_codes of [[], [50076], [7000222], [4711]]) {
      const body = { error: raw, error_description: raw, error_codes };
      await judge(new FakeHost((call) => (isToken(call) ? { status, body } : answerPartnerCenter(call))));
    }
});

test("no refusal of Dataverse gets through to a seller, nor out of a step", async () => {
  for (const code of [
    "0x80040217",
    "0x80040265",
    "0x80044331",
    "0x80060882",
    "0x80072322",
    "0x8badcode",
    "host.broken",
  ])
    for (const table of ["opportunity", tables.link.logicalName, tables.auditEntry.logicalName]) {
      const refuse = (op: string, at: string) =>
        at === table && op !== "org.retrieve" ? { code, message: raw } : null;
      const [asked, step] = [new FakeHost(answerPartnerCenter), new FakeHost(answerPartnerCenter)];
      asked.refuse = refuse;
      step.refuse = refuse;
      await judge(asked);
      const edited = {
        messageName: "Update",
        mode: 1,
        primaryEntityName: "opportunity",
        primaryEntityId: opportunityId,
      };
      await judge(step, edited);
    }
});

test("what is in the catalogue is in plain words", () => {
  for (const { words, fix } of Object.values(failureKinds)) expect(`${words} ${fix}`).not.toMatch(unknownWords);
});
