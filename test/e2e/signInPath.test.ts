import { randomUUID } from "node:crypto";
import { columns, customApis, environmentVariables, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import type { Caller } from "../../scripts/tenant/dataverse/OrganizationService";
import type { Value } from "../../scripts/tenant/dataverse/values";
import { localPartner } from "../../scripts/tenant/partnerCenter/localPartner";
import { setVariable } from "./support/setVariable";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(180_000);

const redirectUri = "https://contoso.example/connected";

const { connection } = columns;

const callerOf = (userId: string): Caller => ({
  userId,
  initiatingUserId: userId,
  depth: 1,
  correlationId: randomUUID(),
});
const administrator = callerOf(baseIds.alexAdmin);
/** Sees the connection, and is no system administrator. */
const colleague = callerOf(baseIds.flowsUser);

let tenant: RunningTenant;

beforeAll(async () => {
  tenant = await startBuiltTenant();
  await tenant.core.assignRole(baseIds.flowsUser, securityRoles.coSellOperator);
});
afterAll(() => tenant.stop());

const ask = async (action: string, parameters: Record<string, Value>): Promise<Body> => {
  const { Response } = await tenant.core.service.execute(action, parameters, administrator);
  return JSON.parse(Response as string) as Body;
};
const connect = (Step: string, parameters: Record<string, Value> = {}): Promise<Body> =>
  ask(customApis.connect, { Step, ...parameters });

/** Presses a button of a sign-in page, as a browser does. */
const press = async (address: string, fields: Record<string, string>): Promise<Response> =>
  fetch(address, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ person: localPartner.user.name, decision: "accept", mfa: "on", ...fields }),
  });

const lines = async (): Promise<Record<string, string>> => {
  const { checks } = await ask(customApis.checkHealth, {});
  return Object.fromEntries((checks as { name: string; state: string }[]).map(({ name, state }) => [name, state]));
};

const signedIn = {
  settings: "ok",
  secret: "ok",
  signIn: "ok",
  referralsToken: "ok",
  webhooksToken: "ok",
  referrals: "ok",
  secondFactor: "ok",
  registration: "ok",
  columns: "ok",
  catalogue: "ok",
  switches: "ok",
  calls: "ok",
};

test("an administrator disconnects, signs in on the page, and finds everything in health", async () => {
  expect(await lines()).toMatchObject(signedIn);
  expect((await connect("disconnect"))["state"]).toBe("disconnected");
  expect(await lines()).toMatchObject({ signIn: "problem", referralsToken: "warning" });

  const { authorizeUrl } = await connect("start", { RedirectUri: redirectUri });
  const back = new URL((await press(String(authorizeUrl), {})).headers.get("location") ?? "").searchParams;
  const answer = await connect("finish", { Code: back.get("code"), State: back.get("state") });

  expect(answer).toMatchObject({ state: "signedIn", signedInAs: localPartner.user.name, withMfa: true });
  expect(await lines()).toMatchObject(signedIn);
});

test("an administrator signs in on another device", async () => {
  const { userCode, verificationUri } = await connect("startDevice");
  expect((await connect("finishDevice"))["state"]).toBe("waiting");
  await press(String(verificationUri), { code: String(userCode) });

  expect((await connect("finishDevice"))["state"]).toBe("signedIn");
});

test("an administrator without a key vault puts the secret into the connection, where no other user reads it back", async () => {
  await setVariable(tenant, environmentVariables.partnerCenterClientSecret.schemaName, "");
  expect(await lines()).toMatchObject({ secret: "problem" });

  const { service } = tenant.core;
  const seen = async (caller: Caller) =>
    (
      await service.fetch(
        `<fetch><entity name="${tables.connection.logicalName}"><attribute name="${connection.clientSecret}"/></entity></fetch>`,
        caller,
      )
    ).rows;
  // The profile lets its members write the secret, and nobody read it.
  await tenant.core.addToFieldSecurityProfile(baseIds.flowsUser, "Co-sell Connection");
  const [row] = await seen(administrator);
  const attributes = { [connection.clientSecret]: localPartner.client.clientSecret };
  await service.update(
    { $t: "entity", table: tables.connection.logicalName, id: row?.id ?? "", attributes },
    administrator,
  );

  expect(await lines()).toMatchObject(signedIn);
  expect((await seen(colleague)).map((one) => one.attributes[connection.clientSecret] ?? null)).toEqual([null]);
});

test("a seller neither signs in nor tests, and nobody but system administrators reads the secured columns", async () => {
  const seller = new Sides(tenant);
  await connect("startDevice");

  await expect(seller.call(customApis.connect, { Step: "disconnect" })).rejects.toThrow("403");
  await expect(seller.call(customApis.checkHealth, {})).rejects.toThrow("403");
  const query = `<fetch><entity name="${tables.connection.logicalName}"><attribute name="${connection.signedInAs}"/><attribute name="${connection.refreshToken}"/><attribute name="${connection.pendingSignIn}"/><attribute name="${connection.webhookEndpoint}"/></entity></fetch>`;
  const { rows } = await tenant.core.service.fetch(query, colleague);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.attributes[connection.signedInAs]).toBe(localPartner.user.name);
  expect(rows[0]?.attributes[connection.refreshToken] ?? null).toBeNull();
  expect(rows[0]?.attributes[connection.pendingSignIn] ?? null).toBeNull();
  // The address of a flow holds a signature: whoever has it may send.
  expect(rows[0]?.attributes[connection.webhookEndpoint] ?? null).toBeNull();
  const { rows: whole } = await tenant.core.service.fetch(query, administrator);
  expect(whole[0]?.attributes[connection.webhookEndpoint]).toMatch(/^http/);
});
