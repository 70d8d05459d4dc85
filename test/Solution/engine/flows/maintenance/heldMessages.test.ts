import { toMessageKey } from "../../../../../Solution/engine/domain/maintenance/Message";
import { msBetween } from "../../../../../Solution/engine/domain/values/instant";
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
