import { closeReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/closeReferral";
import { acceptReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import type { BackfillResult } from "../../../../../Solution/engine/flows/maintenance/backfillReferrals";
import { fabrikam, InboundWorld, newcomer } from "../inbound/InboundWorld";

/* Both sides, with no notification getting through. */

const minuteMs = 60_000;
const dayMs = 86_400_000;

let both: InboundWorld;

const backfill = async (isDry: boolean, continuation?: string): Promise<BackfillResult> => {
  const { Response } = await both.call("cosell_Backfill", {
    DryRun: isDry,
    ...(continuation === undefined ? {} : { Continuation: continuation }),
  });
  return JSON.parse(Response as string) as BackfillResult;
};

/** All rows but those that maintenance writes about itself. */
const state = (): string =>
  JSON.stringify(
    [
      "opportunity",
      "lead",
      "account",
      "contact",
      "cosell_link",
      "cosell_auditentry",
      "cosell_partnercentersolution",
    ].map((table) => both.rows(table).map(({ attributes }) => attributes)),
  );

/** Deals of all classes, made while nothing came in. */
const prepare = async (): Promise<void> => {
  both = await InboundWorld.open({ eventDropped: 1 });
  both.set("cosell_InboundEnabled", "no");
  both.begin(fabrikam);
  both.begin({ ...fabrikam, name: "Second deal of Fabrikam" });
  both.begin(newcomer);
  both.begin({ ...newcomer, kind: "marketplaceLead", name: "A lead" });
  const lost = both.begin({ ...fabrikam, name: "Lost long ago" });
  both.act(acceptReferral, lost.id, {}, "partner");
  both.act(closeReferral, lost.id, { outcome: "Lost", reason: "Others" }, "partner");
  await both.pass(dayMs);
  both.set("cosell_InboundEnabled", "yes");
};

test("the preview is what the real run does, and writes nothing", async () => {
  await prepare();
  const before = state();

  const preview = await backfill(true);
  expect(state()).toBe(before);
  const real = await backfill(false);

  expect(real).toEqual(preview);
  expect(real).toMatchObject({
    counts: { opportunityMade: 3, leadMade: 1, ignored: 1, failed: 0, synced: 0, known: 0 },
    continuation: null,
    stopped: null,
  });
  expect(both.rows("opportunity")).toHaveLength(3);
  expect(both.rows("lead")).toHaveLength(1);
});

test("a second backfill finds everything known, or left alone as before", async () => {
  await prepare();
  await backfill(false);
  await both.pass(20 * minuteMs);
  const before = both.rows("opportunity").length;

  const again = await backfill(false);

  expect(again.counts).toMatchObject({ opportunityMade: 0, leadMade: 0, failed: 0, ignored: 1 });
  expect(both.rows("opportunity")).toHaveLength(before);
});

test("a deal that another run is at waits for its next attempt, and is not called failed", async () => {
  both = await InboundWorld.open({ eventDropped: 1 });
  const { id, engagementId } = both.begin(fabrikam);
  both.write((transaction) => {
    const attributes = {
      cosell_name: "Begun by another run",
      cosell_referralidentifier: id,
      cosell_engagementidentifier: engagementId,
    };
    both.world.dataverse.create({ $t: "entity", table: "cosell_link", attributes }, transaction);
  });

  const { counts, referrals } = await backfill(true);

  expect(counts).toMatchObject({ later: 1, failed: 0 });
  expect(referrals).toMatchObject([{ result: "later", failure: { code: "inbound.busy", owner: "nobody" } }]);
});

test("while inbound is switched off a backfill does nothing and says so, and its preview shows what the first day would bring", async () => {
  await prepare();
  const live = await backfill(true);
  both.set("cosell_InboundEnabled", "no");
  const before = state();

  expect(live.counts.opportunityMade).toBeGreaterThan(0);
  expect(await backfill(true)).toEqual(live);
  expect(state()).toBe(before);

  const stopped = await backfill(false);

  expect(stopped).toMatchObject({ continuation: "0", referrals: [], stopped: { code: "inbound.paused" } });
  expect(state()).toBe(before);
});

test("with no notification getting through, the sweep makes the records all the same", async () => {
  both = await InboundWorld.open({ eventDropped: 1 });
  await both.pass(10 * minuteMs);
  both.begin(fabrikam);
  both.begin({ ...newcomer, kind: "marketplaceLead", name: "A lead" });

  await both.pass(30 * minuteMs);
  await both.call("cosell_RunMaintenance", {});

  expect(both.rows("opportunity")).toHaveLength(1);
  expect(both.rows("lead")).toHaveLength(1);
});
