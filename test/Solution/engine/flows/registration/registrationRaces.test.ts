import { customApis, environmentVariables } from "../../../../../Solution/engine/domain/schema";
import type { RegistrationAnswer } from "../../../../../Solution/engine/domain/registration/RegistrationAnswer";
import type { HttpAnswer } from "../../support/FakeHost";
import { SignInWorld } from "../signIn/SignInWorld";

const ours = "https://prod-12.westeurope.logic.azure.com:443/workflows/1/triggers/manual/run?sp=%2Ftriggers&sig=Ab-9";
const address = "/partnercenter/webhooks/v1/registration";

let world: SignInWorld;

beforeEach(async () => {
  world = new SignInWorld();
  await world.signIn();
  world.host.httpCalls.length = 0;
});

const register = (parameters: Record<string, string | boolean> = {}): Promise<RegistrationAnswer> =>
  world.ask(customApis.registerWebhook, { Endpoint: ours, Overwrite: false, ...parameters });
const takeOver = () => world.direct.call("POST", "/sandbox/registration/takeover", {});
const registered = async () => (await world.direct.call("GET", address)).body;
const isRegistration = ({ url }: { url: string }): boolean => url.includes(address);
const calls = (): string[] =>
  world.host.httpCalls.filter(isRegistration).map(({ method, url }) => `${method} ${url.split(address)[1] ?? ""}`);

test("a registration costs a look, a write, a look, and the wish for a test notification", async () => {
  const { words } = await register();

  expect(calls()).toEqual(["GET ", "POST ", "GET ", "POST /validationEvents"]);
  expect(words).toContain("A test notification is on its way");
});

test("what is registered as wanted costs one look", async () => {
  await register();
  world.host.httpCalls.length = 0;

  expect((await register()).words).toContain("nothing was changed");
  expect(calls()).toEqual(["GET "]);
});

test("fewer events at the same place are set, without asking for overwrite", async () => {
  await register();

  expect((await register({ Events: "referral-created; referral-updated" })).state).toBe("registered");
  expect((await registered())["WebhookEvents"]).toEqual(["referral-created", "referral-updated"]);
});

test("an address that comes back with other escapes is still the same", async () => {
  await register();
  const { http } = world.host;
  world.host.http = async (call): Promise<HttpAnswer> => {
    const answer = await http(call);
    if (!isRegistration(call) || "refused" in answer || typeof answer.body !== "string") return answer;
    return { ...answer, body: answer.body.replace("%2Ftriggers", "/triggers").replace(":443", "") };
  };

  expect((await register()).words).toContain("nothing was changed");
});

test("whoever registers between the look and the write is seen", async () => {
  const { http } = world.host;
  world.host.http = async (call): Promise<HttpAnswer> => {
    if (isRegistration(call) && call.method === "POST") await takeOver();
    return http(call);
  };

  expect(await register()).toMatchObject({ state: "registeredElsewhere" });
  expect(world.stored("webhookEndpoint")).toBeNull();
});

test("two runs of the same registration both end well", async () => {
  const answers = await Promise.all([register(), register()]);

  expect(answers.map(({ state }) => state)).toEqual(["registered", "registered"]);
  expect((await registered())["WebhookUrl"]).toBe(ours);
});

test("only the sandbox may send to this machine", async () => {
  const Endpoint = "http://127.0.0.1:4270/api/flows/hook";

  expect((await register({ Endpoint })).state).toBe("registered");
  world.host.env[environmentVariables.partnerCenterCloudProfile.schemaName] = "Commercial";
  expect((await register({ Endpoint })).state).toBe("refused");
});

test("a refused test notification changes nothing, and holds up no deal", async () => {
  const { http } = world.host;
  world.host.http = (call) =>
    call.url.endsWith("/validationEvents")
      ? { status: 429, headers: { "retry-after": "50" }, body: { code: "TooManyRequests" } }
      : http(call);

  const { state, words } = await register();
  expect(state).toBe("registered");
  expect(words).toContain("did not take the wish for a test notification");
  await world.sync();
  expect(world.host.httpCalls.filter(({ url }) => url.includes("/referrals"))).not.toEqual([]);
});

test("without a sign-in the administrator is told to sign in", async () => {
  await world.connect("disconnect");

  expect(await register()).toMatchObject({
    state: "failed",
    code: "connection.notSignedIn",
    fix: "Sign the connector in to Partner Center.",
  });
});
