import { choices, customApis } from "../../../../../Solution/engine/domain/schema";
import { SignInWorld } from "../signIn/SignInWorld";

const Endpoint = "https://flows.example/hook";

let world: SignInWorld;

beforeEach(async () => {
  world = new SignInWorld();
  await world.signIn();
});

/** What the health check says about the registration, which it reads back. */
const check = async (): Promise<{ state: string; words: string }> => {
  const { checks } = await world.ask<{ checks: { name: string; state: string; words: string }[] }>(
    customApis.checkHealth,
    {},
  );
  const found = checks.find(({ name }) => name === "registration");
  if (!found) throw new Error("the registration was not checked");
  return found;
};

const state = (): unknown => world.stored("webhookState");
const option = (name: keyof typeof choices.webhookState) => ({ $t: "opt", v: choices.webhookState[name] });

test("a registration that stands is registered", async () => {
  await world.ask(customApis.registerWebhook, { Endpoint, Overwrite: false });

  expect(await check()).toMatchObject({ state: "ok" });
  expect(state()).toEqual(option("registered"));
});

test("another environment that took it over is an alarm, and nothing is taken back", async () => {
  await world.ask(customApis.registerWebhook, { Endpoint, Overwrite: false });
  await world.direct.call("POST", "/sandbox/registration/takeover", { WebhookUrl: "https://other.example/hook" });

  expect((await check()).words).toContain("Another environment receives");
  expect(state()).toEqual(option("registeredElsewhere"));
  expect((await world.direct.call("GET", "/partnercenter/webhooks/v1/registration")).body["WebhookUrl"]).toBe(
    "https://other.example/hook",
  );
});

test("a registration that lacks events of changes says which, and is nobody else's", async () => {
  await world.ask(customApis.registerWebhook, { Endpoint, Events: "referral-created", Overwrite: false });

  const { state: found, words } = await check();

  expect(found).toBe("problem");
  expect(words).toContain("not those of referral-updated, related-referral-created, related-referral-updated");
  expect(state()).toEqual(option("registered"));
  await world.ask(customApis.registerWebhook, { Endpoint, Overwrite: false });
  expect((await check()).state).toBe("ok");
});

test("before anything was registered nobody is alarmed", async () => {
  expect(await check()).toMatchObject({ state: "warning" });
  expect(state()).toEqual(option("notRegistered"));
});

test("a refusal leaves nobody knowing, an outage leaves what was known", async () => {
  await world.ask(customApis.registerWebhook, { Endpoint, Overwrite: false });
  const { http } = world.host;
  const answerRegistration = (status: number): void => {
    world.host.http = (call) => (call.url.includes("/webhooks/") ? { status, body: {} } : http(call));
  };

  answerRegistration(503);
  expect((await check()).state).toBe("problem");
  expect(state()).toEqual(option("registered"));
  answerRegistration(403);
  expect((await check()).state).toBe("problem");
  expect(state()).toEqual(option("unknown"));
});
