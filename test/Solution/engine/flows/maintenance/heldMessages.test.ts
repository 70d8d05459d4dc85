import { toFailure } from "../../../../../Solution/engine/domain/failure/Failure";
import { done, failed, type Outcome } from "../../../../../Solution/engine/domain/failure/Outcome";
import { toMessageKey, toReferralSubject } from "../../../../../Solution/engine/domain/maintenance/Message";
import { msBetween } from "../../../../../Solution/engine/domain/values/instant";
import { leaveToJob } from "../../../../../Solution/engine/flows/leaveToJob";
import { handleMessage } from "../../../../../Solution/engine/flows/maintenance/handleMessage";
import { trouble } from "../../support/FakePartnerCenter";
import { Site } from "./Site";

test.each([
  ["another run is at its record", (site: Site) => site.hold()],
  ["its record keeps to the time that Partner Center asked for", (site: Site) => site.throttle()],
])("a message is free again within a minute when %s", async (_, hinder) => {
  const site = new Site();
  site.world.partnerCenter.troubles = [null, trouble("partnerCenter.serviceNotAvailable")];
  await site.save();
  hinder(site);
  site.maintenance.messages.set(toMessageKey(site.message().subject), {
    ...site.message(),
    nextAttemptOn: site.world.now,
    payload: { look: true, unended: 4 },
  });
  const calls = site.world.partnerCenter.calls.length;

  await site.maintain("messages");

  expect(site.world.partnerCenter.calls).toHaveLength(calls);
  // The count of jobs that came to no end begins anew.
  expect(site.message()).toMatchObject({ state: "waiting", payload: { look: true, unended: 0 } });
  expect(msBetween(site.world.now, site.message().nextAttemptOn ?? "")).toBeLessThanOrEqual(60_000);
});

describe("what is left to a job while a run is at the same message", () => {
  /** A referral's message, handled by a run during whose work the event that told of it leaves it to a job once more. */
  const handledWhileLeft = async (worked: Outcome<"applied">) => {
    const site = new Site();
    const subject = toReferralSubject("11111111-1111-4111-8111-111111111111", "Deal");
    const ports = site.ports();
    await leaveToJob(ports, subject, { isBackground: true });
    const message = site.message();
    const importReferral = async () => {
      await leaveToJob(ports, subject, {});
      return worked;
    };
    const handled = await handleMessage({ ...site.run(), importReferral }, message);
    return { site, handled };
  };

  test("stays that job's to do: a failure of before is not stored over it", async () => {
    const { site, handled } = await handledWhileLeft(failed(toFailure("inbound.busy", "another run holds it")));

    expect(handled).toMatchObject({ kind: "failed" });
    expect(site.message()).toMatchObject({ state: "waiting", failureCode: null, payload: {} });
    expect(site.message().payload["lease"]).toBeUndefined();
  });

  test("stays that job's to do where the run came to its end: it may have read what was before", async () => {
    const { site, handled } = await handledWhileLeft(done("applied"));

    expect(handled).toEqual({ kind: "done" });
    expect(site.message()).toMatchObject({ state: "waiting" });
  });
});

test("a run that has settled its message and fails afterwards is tried again", async () => {
  const site = new Site();
  const ports = site.ports();
  await leaveToJob(ports, toReferralSubject("11111111-1111-4111-8111-111111111111", "Deal"), {});
  const message = site.message();
  const importReferral = async () => {
    await ports.messages.settle(message.subject);
    return failed(toFailure("inbound.busy", "another run holds it"));
  };

  const run = site.run();
  const inbound = { ...ports.inbound, findLinks: () => Promise.resolve(done([])) };
  await handleMessage({ ...run, ports: { ...run.ports, inbound }, importReferral }, message);

  expect(site.message()).toMatchObject({ state: "waiting", failureCode: "inbound.busy" });
});
