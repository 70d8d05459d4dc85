import { randomUUID } from "node:crypto";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(180_000);

let tenant: RunningTenant;

beforeAll(async () => {
  tenant = await startBuiltTenant();
});
afterAll(() => tenant.stop());

type Body = Record<string, unknown>;

const sandbox = async (method: string, path: string, body?: Body): Promise<Body> => {
  const answer = await fetch(`${tenant.sandboxAddress}/sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === "" ? {} : (JSON.parse(text) as Body);
};

const crm = async (path: string, init: RequestInit = {}): Promise<Body> => {
  const answer = await fetch(`${tenant.tenantAddress}/api/data/v9.2/${path}`, {
    ...init,
    headers: { "content-type": "application/json", accept: "application/json", "OData-Version": "4.0" },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return text === "" ? {} : (JSON.parse(text) as Body);
};

const rows = async (path: string): Promise<Body[]> => (await crm(path))["value"] as Body[];

/** Asks until there is an answer; the way from Partner Center to here takes its moments. */
const until = async <Value>(ask: () => Promise<Value | undefined>, what: string): Promise<Value> => {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come in 30 seconds`);
};

const opportunityOf = (referralId: string) =>
  until(
    async () =>
      (
        await rows(
          `opportunities?$filter=cosell_referralidentifier eq '${referralId}'&$select=name,estimatedvalue,cosell_syncstatus,cosell_syncwithpartnercenter,statecode,cosell_audit,cosell_answerdueon`,
        )
      )[0],
    `An opportunity for ${referralId}`,
  );

test("a deal that Microsoft begins appears in CRM by itself", async () => {
  const begun = await sandbox("POST", "/microsoft/referrals", {
    kind: "coSell",
    name: `Adventure Works rollout ${randomUUID().slice(0, 8)}`,
    companyName: "Adventure Works",
  });
  console.log(JSON.stringify(begun).slice(0, 1500));
  const opportunity = await opportunityOf(String(begun["id"]));
  console.log(opportunity);
  expect(opportunity["cosell_syncwithpartnercenter"]).toBe(true);
});
