import { acceptReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import { editReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/editReferral";
import { InboundWorld } from "./InboundWorld";

/* A notification comes while a run of its deal waits for Partner Center's answer, or has just got it. */

/** How long Partner Center's answer to a write is under way. */
const delaysMs = [0, 40, 80, 120, 160, 200, 240, 280, 320, 360, 400, 450, 500, 600, 800, 1000, 1500, 3000, 8000];

interface Given {
  both: InboundWorld;
  referralId: string;
  opportunityId: string;
  /** Whether a notification met a run since. */
  hasMet: () => boolean;
}

/** A deal that both sides agree on, of which Partner Center answers the next write so late. */
const givenDeal = async (isInTransaction: boolean, delayMs: number): Promise<Given> => {
  const both = await InboundWorld.open();
  both.runEventsInTransactions(isInTransaction);
  // Otherwise Microsoft's referral follows, and has notifications of its own.
  Object.assign(both.world.sandbox.state.switches, { partnerEditsReach: "ownReferral" });
  const { id: referralId } = both.begin();
  await both.pass();
  both.act(acceptReferral, referralId, {}, "partner");
  await both.pass();
  const { network, time } = both.world;
  const send = network.send.bind(network);
  network.send = (call, by, answer, refuse) => {
    const delayed = (value: Parameters<typeof answer>[0]): void => time.after(delayMs, () => answer(value));
    return send(call, by, call.method === "PATCH" ? delayed : answer, refuse);
  };
  // Partner Center tells of what was written as soon as it arrived.
  network.onCall = () => both.world.wakeSandbox();
  network.calls.length = 0;
  const told = both.world.story.lines.length;
  const hasMet = (): boolean => both.world.story.lines.slice(told).some((line) => line.includes("inbound.busy"));
  return { both, referralId, opportunityId: both.rows("opportunity")[0]?.id ?? "", hasMet };
};

const edit = ({ both, opportunityId: id }: Given, attributes: { description: string }): void =>
  both.write((transaction) => {
    both.world.dataverse.update({ $t: "entity", table: "opportunity", id, attributes }, undefined, transaction);
  });

/** Less than anything waits for maintenance. */
const soonMs = 30_000;

test.each([true, false])(
  "the echo of an edit leaves nothing that waits, whenever it meets the run (inside a transaction: %s)",
  async (isInTransaction) => {
    let met = 0;
    for (const delayMs of delaysMs) {
      const given = await givenDeal(isInTransaction, delayMs);
      const { both, referralId } = given;
      edit(given, { description: "Edited here" });
      await both.pass(soonMs);
      // The echo is looked at once at most, and the run that was met not at all.
      const methods = both.world.network.calls.map(({ method }) => method);
      expect(methods.filter((method) => method === "PATCH")).toHaveLength(1);
      expect(methods.length).toBeLessThanOrEqual(2);
      expect(both.referral(referralId).content.details?.notes).toBe("Edited here");
      expect({ delayMs, open: both.openMessages() }).toEqual({ delayMs, open: [] });
      met += given.hasMet() ? 1 : 0;
    }
    expect(met).toBeGreaterThan(2);
  },
  120_000,
);

test.each([true, false])(
  "an edit of the partner that meets the run is taken over by that run (inside a transaction: %s)",
  async (isInTransaction) => {
    for (const delayMs of [4000, 8000]) {
      const given = await givenDeal(isInTransaction, delayMs);
      const { both, referralId } = given;
      // The echo comes after the news, and is the last to store their one message.
      const late = [[1500], [0]];
      both.world.hazard.nextDelivery = () => late.shift() ?? [0];
      edit(given, { description: "Edited here" });
      await both.pass(1200);
      both.act(editReferral, referralId, { dealValue: 31_337 }, "partner");
      await both.pass(soonMs);
      expect(both.openMessages()).toEqual([]);
      expect(both.only("opportunity")).toMatchObject({ description: "Edited here", estimatedvalue: { v: "31337" } });
      expect(given.hasMet()).toBe(true);
    }
  },
  120_000,
);
