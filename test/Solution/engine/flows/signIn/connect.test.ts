import { localPartner } from "../../../../../scripts/tenant/partnerCenter/localPartner";
import { columns, customApis, tables } from "../../../../../Solution/engine/domain/schema";
import { redirectUri, SignInWorld } from "./SignInWorld";

let world: SignInWorld;

beforeEach(() => {
  world = new SignInWorld();
});

const begin = async (): Promise<string> => {
  const { authorizeUrl } = await world.connect("start", { RedirectUri: redirectUri });
  if (authorizeUrl === undefined) throw new Error("no page");
  return authorizeUrl;
};

describe("on Microsoft's page", () => {
  test("a person signs in, and both audiences can be had from what is stored", async () => {
    const begun = await world.connect("start", { RedirectUri: redirectUri });
    const back = await world.signInAt(begun.authorizeUrl ?? "");
    const answer = await world.connect("finish", { ...back, RedirectUri: redirectUri });

    expect(begun.state).toBe("begun");
    expect(answer).toMatchObject({
      state: "signedIn",
      signedInAs: localPartner.user.name,
      withMfa: true,
      owner: "nobody",
    });
    expect(answer.words).toContain("90 days");
    expect(world.stored("signedInAs")).toBe(localPartner.user.name);
    expect(world.stored("tenantId")).toBe(localPartner.tenantId);
    expect(world.stored("pendingSignIn")).toBeNull();
    expect(world.stored("refreshToken")).toMatch(/^0\./);
    expect(world.scopesAsked()).toEqual([
      "openid profile offline_access https://api.partner.microsoft.com/.default",
      "https://api.partnercenter.microsoft.com/.default offline_access",
    ]);
  });

  test("the address asks for a sign-in of its own, proves who began it, and tells nobody the verifier", async () => {
    const query = new URL(await begin()).searchParams;
    const pending = JSON.parse(world.stored("pendingSignIn") as string) as { verifier: string; stateHash: string };

    expect(Object.fromEntries(query)).toMatchObject({
      response_type: "code",
      prompt: "login",
      redirect_uri: redirectUri,
      code_challenge_method: "S256",
      // A web resource takes nothing it does not know behind a question mark.
      response_mode: "fragment",
    });
    expect(query.get("code_challenge")).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(pending.verifier).toMatch(/^[A-Za-z0-9-]{43,128}$/);
    expect(pending.stateHash).not.toContain(query.get("state"));
  });

  test("the first sign-in ever makes the row of the connection", async () => {
    world.host.rows.splice(0, world.host.rows.length);

    expect((await world.signIn()).state).toBe("signedIn");
    expect(world.host.rows.map(({ table }) => table)).toEqual([tables.connection.logicalName]);
  });

  test.each([
    "http://contoso.com/connected",
    "https://contoso.com/#fragment",
    "javascript:alert(1)",
    "https://user@contoso.com/",
    "http://127.0.0.1.evil.example/",
    `https://contoso.com/${"a".repeat(1000)}`,
    "",
  ])("a sign-in does not come back to %.40s", async (address) => {
    expect((await world.connect("start", { RedirectUri: address })).state).toBe("refused");
    expect(world.stored("pendingSignIn")).toBeNull();
  });

  test("an answer with another state is refused, and the one begun goes on", async () => {
    const back = await world.signInAt(await begin());

    const forged = await world.connect("finish", { ...back, State: "11111111-1111-4111-8111-111111111111" });
    const right = await world.connect("finish", back);

    expect([forged.state, right.state]).toEqual(["refused", "signedIn"]);
  });

  test("of two sign-ins begun, the last can be ended", async () => {
    const first = await world.signInAt(await begin());
    const second = await world.signInAt(await begin());

    expect((await world.connect("finish", first)).state).toBe("refused");
    expect((await world.connect("finish", second)).state).toBe("signedIn");
  });

  test("what ended a sign-in ends it once", async () => {
    const back = await world.signInAt(await begin());
    await world.connect("finish", back);

    expect((await world.connect("finish", back)).state).toBe("refused");
    expect(world.stored("refreshToken")).not.toBeNull();
  });

  test("a quarter of an hour later it is too late", async () => {
    const back = await world.signInAt(await begin());
    world.pass(15 * 60_000);

    expect((await world.connect("finish", back)).state).toBe("expired");
    expect(world.stored("pendingSignIn")).toBeNull();
    expect(world.scopesAsked()).toEqual([]);
  });

  test("another address to come back to is refused, and the code not used", async () => {
    const back = await world.signInAt(await begin());

    const answer = await world.connect("finish", { ...back, RedirectUri: "https://evil.example/" });

    expect(answer.state).toBe("refused");
    expect(world.scopesAsked()).toEqual([]);
  });

  test("a code that somebody else's page gave is refused by the verifier", async () => {
    const foreign = await world.signInAt(await begin());
    const own = await world.signInAt(await begin());

    const answer = await world.connect("finish", { Code: foreign.Code, State: own.State });

    expect(answer).toMatchObject({ state: "failed", code: "token.codeRefused", owner: "administrator" });
    expect(world.stored("refreshToken")).toBeNull();
  });

  test("a sign-in without a second factor is not stored, and the one that works stays", async () => {
    await world.signIn();
    const before = world.stored("refreshToken");
    const back = await world.signInAt(await begin(), { mfa: "" });

    const answer = await world.connect("finish", back);

    expect(answer).toMatchObject({ state: "failed", code: "token.mfaRequired" });
    expect(answer.fix).toBe("Sign the connector in again with multi-factor authentication.");
    expect(world.stored("refreshToken")).toBe(before);
    expect(world.stored("pendingSignIn")).toBeNull();
  });

  test("declining on the page comes back without a code", async () => {
    const back = await world.signInAt(await begin(), { decision: "decline" });

    expect(back.Code).toBe("");
    expect((await world.connect("finish", back)).state).toBe("refused");
  });

  test("an outage of Microsoft Entra leaves the sign-in for another try", async () => {
    const back = await world.signInAt(await begin());
    await world.direct.call("POST", "/sandbox/faults", { operation: "token", kind: 503 });

    const outage = await world.connect("finish", back);
    const later = await world.connect("finish", back);

    expect(outage).toMatchObject({ state: "failed", code: "token.unavailable", fix: "Try again in a few minutes." });
    expect(later.state).toBe("signedIn");
  });

  test("an event that writes the same row meanwhile does not end the sign-in: the row is locked before it is read", async () => {
    const back = await world.signInAt(await begin());
    let isLocked = false;
    world.host.refuse = (op, table) => {
      if (op !== "org.update" || table !== tables.connection.logicalName) return null;
      if (isLocked) return null;
      isLocked = true;
      // Whoever was faster has written the row by the time that the lock is had.
      world.host.set(table, { versionnumber: "999" });
      return null;
    };

    expect((await world.connect("finish", back)).state).toBe("signedIn");
    expect(isLocked).toBe(true);
  });

  test("missing settings are told before anybody signs in", async () => {
    world.host.secret = "";

    expect(await world.connect("start", { RedirectUri: redirectUri })).toMatchObject({
      state: "failed",
      code: "connection.settingsMissing",
      fix: "Fill in the environment variables Partner Center tenant id, client id and client secret; without Azure Key Vault the client secret goes into Client Secret of the Partner Center connection.",
    });
    expect(world.stored("pendingSignIn")).toBeNull();
  });

  test("a secret in the connection counts, and the vault is not asked", async () => {
    world.host.secret = "stale-secret-of-the-vault";
    world.host.set(tables.connection.logicalName, {
      [columns.connection.clientSecret]: ` ${localPartner.client.clientSecret}\n`,
    });

    expect(await world.signIn()).toMatchObject({ state: "signedIn" });
    expect(world.host.calls.filter(({ op }) => op === "secret.get")).toEqual([]);
    expect(world.everythingSaid()).not.toContain(localPartner.client.clientSecret);
  });

  test("the vault is asked once a run, though several things need the secret", async () => {
    const asked = (): number => world.host.calls.filter(({ op }) => op === "secret.get").length;
    const before = asked();

    await world.ask(customApis.checkHealth, {});

    expect(asked() - before).toBeLessThanOrEqual(2);
  });

  test("a wrong secret is told by what to correct", async () => {
    world.host.secret = "another-secret";

    expect(await world.signIn()).toMatchObject({ state: "failed", code: "token.secretWrong", owner: "administrator" });
  });
});

describe("on another device", () => {
  test("a person types the code", async () => {
    const begun = await world.connect("startDevice");
    const waiting = await world.connect("finishDevice");
    await world.typeCode(begun.verificationUri ?? "", begun.userCode ?? "");
    const done = await world.connect("finishDevice");

    expect(begun).toMatchObject({ state: "begun", pollAfterSeconds: 5 });
    expect(begun.words).toContain(begun.userCode);
    expect(waiting).toMatchObject({ state: "waiting", pollAfterSeconds: 5 });
    expect(done).toMatchObject({ state: "signedIn", signedInAs: localPartner.user.name });
  });

  test("declining is told as such, and ends it", async () => {
    const begun = await world.connect("startDevice");
    await world.typeCode(begun.verificationUri ?? "", begun.userCode ?? "", { decision: "decline" });

    expect((await world.connect("finishDevice")).state).toBe("declined");
    expect((await world.connect("finishDevice")).state).toBe("refused");
  });

  test("a code that nobody typed in time has expired, by our clock or by Microsoft's", async () => {
    await world.connect("startDevice");
    world.direct.time.nowMs += 16 * 60_000;
    const theirs = await world.connect("finishDevice");
    await world.connect("startDevice");
    world.host.nowMs += 16 * 60_000;
    const ours = await world.connect("finishDevice");

    expect([theirs.state, ours.state]).toEqual(["expired", "expired"]);
  });

  test("asked too often, it waits longer for good", async () => {
    await world.connect("startDevice");
    const { http } = world.host;
    world.host.http = () => ({ status: 400, body: { error: "slow_down", error_codes: [70017] } });
    const slow = await world.connect("finishDevice");
    world.host.http = http;

    expect(slow).toMatchObject({ state: "waiting", pollAfterSeconds: 10 });
    expect(await world.connect("finishDevice")).toMatchObject({ state: "waiting", pollAfterSeconds: 10 });
  });

  test("an app registration that takes no secret of a device is asked without", async () => {
    const begun = await world.connect("startDevice");
    await world.typeCode(begun.verificationUri ?? "", begun.userCode ?? "");
    const { http } = world.host;
    world.host.http = (call) => {
      const isDevice = new URLSearchParams(call.body).get("grant_type")?.endsWith("device_code") ?? false;
      const isPublic = isDevice && (call.body ?? "").includes("client_secret=");
      return isPublic ? { status: 401, body: { error: "invalid_client", error_codes: [700025] } } : http(call);
    };

    expect((await world.connect("finishDevice")).state).toBe("signedIn");
  });

  test("what was begun on the page is not ended by a device", async () => {
    await begin();

    expect((await world.connect("finishDevice")).state).toBe("refused");
  });
});

test("disconnecting forgets the sign-in, what was begun, and the tokens in memory", async () => {
  await world.signIn();
  await begin();

  const answer = await world.connect("disconnect");
  const again = await world.connect("disconnect");

  expect(answer).toMatchObject({ state: "disconnected", owner: "administrator" });
  expect(again.words).toBe("The connector was not signed in to Partner Center.");
  for (const column of ["refreshToken", "pendingSignIn", "signedInAs", "refreshTokenExpiresOn"] as const)
    expect(world.stored(column)).toBeNull();
  expect(world.memory().filter((value) => value.startsWith("ey"))).toEqual([]);
});

test("a step that nobody knows is refused in words", async () => {
  expect((await world.connect("toString")).fix).toContain("startDevice");
});

test("a server that quotes what it was sent puts no secret into anything the engine says", async () => {
  const secrets = new Set<string>([localPartner.client.clientSecret]);
  const { http } = world.host;
  const quoting = (call: { body?: string }) => {
    const form = new URLSearchParams(call.body);
    for (const name of ["client_secret", "code", "code_verifier", "refresh_token", "device_code"])
      if (form.has(name)) secrets.add(form.get(name) ?? "");
    const error_description = `You sent ${[...form.values()].join(" and ")}.`;
    return { status: 400, body: { error: "invalid_grant", error_codes: [70000], error_description } };
  };
  const begun = await begin();
  const back = await world.signInAt(begun);
  world.host.http = quoting;
  await world.connect("finish", back);
  world.host.http = http;
  await world.connect("startDevice");
  world.host.http = quoting;
  await world.connect("finishDevice");
  world.host.http = http;
  await world.signIn();
  world.host.http = quoting;
  world.pass(3_600_000);
  await world.sync();
  world.host.http = http;
  await world.connect("disconnect");

  const tokens = world.memory().filter((value) => value !== "" && value.length > 20 && !value.startsWith("{"));
  const everything = world.everythingSaid();
  expect(secrets.size).toBeGreaterThan(4);
  for (const secret of [...secrets, ...tokens]) expect(everything).not.toContain(secret);
  expect(everything).toContain("…");
});
