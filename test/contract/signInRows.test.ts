import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createHealthStore } from "../../Solution/engine/adapters/dataverse/createHealthStore";
import { createRegistrationStore } from "../../Solution/engine/adapters/dataverse/createRegistrationStore";
import { createHost } from "../../Solution/engine/adapters/host/Host";
import { createSignInStore } from "../../Solution/engine/adapters/signIn/createSignInStore";
import type { Outcome } from "../../Solution/engine/domain/failure/Outcome";
import { choices, columns, tables } from "../../Solution/engine/domain/schema";
import type { PendingSignIn } from "../../Solution/engine/domain/signIn/PendingSignIn";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import type { Value } from "../../scripts/tenant/dataverse/values";
import { createTenantCore, type TenantCore } from "../../scripts/tenant/pipeline/createTenantCore";
import { createHostBridge } from "../../scripts/tenant/sandboxWorker/node/createHostBridge";
import { Memo } from "../../scripts/tenant/sandboxWorker/node/Memo";
import type { PluginRunner } from "../../scripts/tenant/sandboxWorker/PluginRunner";
import { pluginInvocation } from "./bridge/pluginInvocation";

/* The rows of sign-in and self-test, in the tenant's own Dataverse with the tables that the package makes. */

const zip = resolve(__dirname, "../../out/CoSellConnector_unmanaged.zip");
const whenBuilt = existsSync(zip) ? describe : describe.skip;

const noPlugIns = { stop: () => Promise.resolve() } as unknown as PluginRunner;
const caller = { userId: null, initiatingUserId: baseIds.systemUser, depth: 1, correlationId: randomUUID() };
const { message, solutionDetail } = columns;
const { failureOwner, messageState, solutionKind } = choices;

const valueOf = <Row>(outcome: Outcome<Row>): Row => {
  if (outcome.kind === "failed") throw new Error(`${outcome.failure.code}: ${outcome.failure.cause}`);
  return outcome.value;
};

whenBuilt("sign-in in a tenant", () => {
  let tenant: TenantCore;

  beforeEach(async () => {
    tenant = await createTenantCore({ runner: noPlugIns });
    await tenant.importSolution(new Uint8Array(readFileSync(zip)));
  }, 120_000);
  afterEach(() => tenant.stop());

  const host = () =>
    createHost(
      createHostBridge({
        invocation: pluginInvocation({ userId: baseIds.alexAdmin, initiatingUserId: baseIds.alexAdmin }),
        service: tenant.core,
        memo: new Memo(),
        trace: [],
        remainingMs: () => 60_000,
      }),
    );
  const create = (table: string, attributes: Record<string, Value>): Promise<string> =>
    tenant.core.create({ $t: "entity", table, attributes }, caller);

  test("a sign-in is begun before there is a connection, ended once, and forgotten", async () => {
    const signIns = createSignInStore(host());
    const health = createHealthStore(host());
    const endsOn = "2027-02-20T12:00:00.000Z";
    const device = { kind: "device", deviceCode: "D", intervalMs: 5000, expiresOn: endsOn } as const;
    const page: PendingSignIn = {
      kind: "code",
      stateHash: "00",
      verifier: "v",
      redirectUri: "https://contoso.example/",
      expiresOn: endsOn,
    };
    const signIn = { refreshToken: "0.refresh", endsOn, signedInAs: "rita@contoso.example", tenantId: "t" };
    expect(valueOf(await health.connection())).toBeNull();

    expect(await signIns.begin(device)).toBeNull();
    expect(await signIns.begin(page)).toBeNull();
    expect(valueOf(await signIns.pending())).toEqual(page);
    expect(valueOf(await signIns.complete(device, signIn))).toBe(false);
    expect(valueOf(await signIns.complete(page, signIn))).toBe(true);
    expect(valueOf(await signIns.complete(page, signIn))).toBe(false);

    expect(valueOf(await signIns.pending())).toBeNull();
    const { rows } = await tenant.core.fetch(
      `<fetch><entity name="${tables.connection.logicalName}"><all-attributes/></entity></fetch>`,
      caller,
    );
    expect(rows).toHaveLength(1);
    expect(valueOf(await health.connection())).toMatchObject({
      isSignedIn: true,
      signedInAs: signIn.signedInAs,
      signInEndsOn: expect.stringMatching(/^2027-02-20T12:00:00/) as string,
      lastEventOn: null,
      lastSweepOn: null,
      lastRunOn: null,
    });
    expect(valueOf(await signIns.forget())).toBe(true);
    expect(valueOf(await signIns.forget())).toBe(false);
    expect(valueOf(await health.connection())).toMatchObject({ isSignedIn: false, signedInAs: "", signInEndsOn: null });
  });

  test("what was registered is kept with the connection", async () => {
    await createSignInStore(host()).begin({ kind: "device", deviceCode: "D", intervalMs: 1, expiresOn: "" });
    const store = createRegistrationStore(host());
    const registration = {
      endpoint: `https://flows.example/${"a".repeat(900)}`,
      events: ["referral-created", "test-created"],
    };

    expect(valueOf(await store.read())).toBeNull();
    expect(await store.save("registered", "2026-11-22T12:00:00.000Z", registration)).toBeNull();
    expect(await store.save("unknown", "2026-11-22T13:00:00.000Z")).toBeNull();
    expect(valueOf(await store.read())).toEqual(registration);
  });

  test("messages are counted by state and by whom they wait for, the catalogue by what can be chosen", async () => {
    const health = createHealthStore(host());
    const post = (name: string, attributes: Record<string, Value>): Promise<string> =>
      create(tables.message.logicalName, {
        [tables.message.primaryName]: name,
        [message.idempotencyKey]: name,
        [message.subject]: name,
        [message.direction]: { $t: "opt", v: choices.direction.toPartnerCenter },
        ...attributes,
      });
    const state = (name: keyof typeof messageState): Value => ({ $t: "opt", v: messageState[name] });
    const solution = (id: string, isActive: boolean): Promise<string> =>
      create(tables.solutionDetail.logicalName, {
        [tables.solutionDetail.primaryName]: id,
        [solutionDetail.solutionId]: id,
        [solutionDetail.solutionKind]: { $t: "opt", v: solutionKind.partnerSolution },
        [solutionDetail.isActive]: isActive,
      });
    const nothing = { seller: 0, administrator: 0, microsoft: 0, nobody: 0 };

    expect(valueOf(await health.messages())).toEqual({ waiting: 0, firstDueOn: null, parked: nothing });
    expect(valueOf(await health.solutions())).toBe(0);

    for (const [name, minute] of [
      ["a", "10"],
      ["b", "05"],
    ] as const)
      await post(name, {
        [message.state]: state("waiting"),
        [message.nextAttemptOn]: { $t: "dt", v: `2026-11-22T12:${minute}:00Z` },
      });
    for (const [name, owner] of [
      ["c", failureOwner.seller],
      ["d", failureOwner.administrator],
      ["e", failureOwner.administrator],
      ["f", null],
    ] as const)
      await post(name, {
        [message.state]: state("parked"),
        ...(owner === null ? {} : { [message.parkedFor]: { $t: "opt", v: owner } }),
      });
    await post("g", { [message.state]: state("done") });
    for (const [id, isActive] of [
      ["S1", true],
      ["S2", true],
      ["S3", false],
    ] as const)
      await solution(id, isActive);

    expect(valueOf(await health.messages())).toEqual({
      waiting: 2,
      firstDueOn: expect.stringMatching(/^2026-11-22T12:05:00/) as string,
      parked: { ...nothing, seller: 1, administrator: 3 },
    });
    expect(valueOf(await health.solutions())).toBe(2);
  });
});
