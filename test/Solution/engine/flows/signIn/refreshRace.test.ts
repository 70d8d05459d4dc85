import { columns, tables } from "../../../../../Solution/engine/domain/schema";
import type { HttpAnswer, HttpCall } from "../../support/FakeHost";
import { SignInWorld } from "./SignInWorld";

/* Access tokens end every hour, for all runs at once. */

const isToken = ({ url }: HttpCall): boolean => url.endsWith("/token");
const hour = 3_600_000;

let world: SignInWorld;

beforeEach(async () => {
  world = new SignInWorld();
  await world.signIn();
  world.pass(hour);
  world.host.httpCalls.length = 0;
});

const switchStrict = () => world.direct.call("PATCH", "/sandbox/switches", { earlierRefreshToken: "revoked" });

/** Holds the first answers of the token endpoint back until so many have been asked for. */
const meetAtTokenEndpoint = (count: number): void => {
  const { http } = world.host;
  const waiting: (() => void)[] = [];
  let met = 0;
  world.host.http = async (call): Promise<HttpAnswer> => {
    const answer = await http(call);
    if (!isToken(call) || (met += 1) > count) return answer;
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === count) for (const go of waiting) go();
    });
    return answer;
  };
};

const checkRegistration = (isInTransaction: boolean) =>
  world.ask("cosell_RegisterWebhook", { Endpoint: "https://flows.example/hook", Overwrite: true }, isInTransaction);

/** The stored sign-in can be used once more. */
const worksTomorrow = async (): Promise<boolean> => {
  world.pass(24 * hour);
  world.host.forgetMemory();
  return ((await checkRegistration(false)) as { state: string }).state === "registered";
};

describe.each([
  ["keeps used refresh tokens valid, as Microsoft Entra does", false],
  ["takes a used refresh token back", true],
])("where the server %s", (_what, isStrict) => {
  beforeEach(async () => {
    if (isStrict) await switchStrict();
  });

  test.each([
    ["outside of transactions", false],
    ["inside of transactions", true],
  ])("two runs that refresh at once %s both go on, and one valid token is stored", async (_where, isInTransaction) => {
    meetAtTokenEndpoint(2);

    const answers = await Promise.all([checkRegistration(isInTransaction), checkRegistration(isInTransaction)]);

    expect(answers).toMatchObject([{ state: "registered" }, { state: "registered" }]);
    expect(await worksTomorrow()).toBe(true);
  });

  test("two runs in processes that know nothing of each other both go on", async () => {
    world.host.hasMemory = false;
    meetAtTokenEndpoint(2);

    const answers = await Promise.all([checkRegistration(false), checkRegistration(false)]);

    expect(answers).toMatchObject([{ state: "registered" }, { state: "registered" }]);
    expect(await worksTomorrow()).toBe(true);
  });

  test("a rollback that loses the new refresh token does not end the sign-in", async () => {
    const before = world.stored("refreshToken");
    await checkRegistration(true);
    world.host.set(tables.connection.logicalName, { [columns.connection.refreshToken]: before });
    world.pass(hour);

    expect(await checkRegistration(false)).toMatchObject({ state: "registered" });
    expect(world.stored("refreshToken")).not.toBe(before);
    expect(await worksTomorrow()).toBe(true);
  });

  test("a write that is refused does not end the sign-in", async () => {
    world.host.refuse = (op, table) =>
      op === "org.update" && table === tables.connection.logicalName ? { code: "0x80072322", message: "busy" } : null;
    await checkRegistration(false);
    world.host.refuse = () => null;
    world.pass(hour);

    expect(await checkRegistration(false)).toMatchObject({ state: "registered" });
    expect(await worksTomorrow()).toBe(true);
  });
});

test("outside of a transaction the new token is stored before anything is done with it, inside at the end", async () => {
  const orderOf = async (isInTransaction: boolean): Promise<string[]> => {
    world.pass(hour);
    world.host.calls.length = 0;
    await checkRegistration(isInTransaction);
    return world.host.calls.flatMap(({ op, args }) => {
      if (op === "http.send") return [isToken(args as unknown as HttpCall) ? "token" : "call"];
      return op === "org.update" && JSON.stringify(args).includes(columns.connection.refreshToken) ? ["store"] : [];
    });
  };

  expect(await orderOf(false)).toEqual(["token", "store", "call", "call", "call", "call"]);
  expect(await orderOf(true)).toEqual(["token", "call", "store"]);
});

test("a refresh that was under way does not bring back a sign-in that was ended", async () => {
  const { http } = world.host;
  world.host.http = async (call) => {
    const answer = await http(call);
    if (isToken(call)) {
      world.host.http = http;
      await world.connect("disconnect");
    }
    return answer;
  };
  await checkRegistration(false);

  expect(world.stored("refreshToken")).toBeNull();
});

test("a sign-in that was really revoked is believed after a few looks, and costs one request", async () => {
  await world.direct.call("DELETE", "/sandbox/refresh-tokens");

  expect(await checkRegistration(false)).toMatchObject({ state: "failed", owner: "administrator" });
  expect(world.host.httpCalls.filter(isToken)).toHaveLength(1);
});
