import { toMessageKey } from "../../../../../Solution/engine/domain/maintenance/Message";
import { runMaintenance, type TaskName } from "../../../../../Solution/engine/flows/maintenance/runMaintenance";
import { trouble } from "../../support/FakePartnerCenter";
import { Site } from "./Site";

describe("inside a transaction, which records do not share", () => {
  const inTransaction = async (site: Site, ...tasks: TaskName[]) => {
    const outcome = await runMaintenance({ ...site.run(), isInTransaction: true }, tasks);
    if (outcome.kind === "failed" || outcome.value.kind === "busy") throw new Error("maintenance did not run");
    return outcome.value.reports;
  };

  const givenDue = async (): Promise<Site> => {
    const site = new Site();
    site.world.partnerCenter.troubles = [null, trouble("partnerCenter.serviceNotAvailable")];
    await site.save();
    site.world.now = site.message().nextAttemptOn ?? "";
    return site;
  };

  test("what is due is left to a job, and no call is made for it", async () => {
    const site = await givenDue();
    const calls = site.world.partnerCenter.calls.length;

    const reports = await inTransaction(site, "messages");

    expect(reports.messages).toMatchObject({ handled: 1, failed: 0, isFinished: true });
    expect(site.maintenance.jobs).toEqual([toMessageKey(site.message().subject)]);
    expect(site.world.partnerCenter.calls).toHaveLength(calls);
    expect(site.message()).toMatchObject({ state: "waiting" });
    // Until the job has had its time nobody begins another.
    await inTransaction(site, "messages");
    expect(site.maintenance.jobs).toHaveLength(1);
  });

  test("work whose jobs never end is begun again five times, then parked with words", async () => {
    const site = await givenDue();

    for (let run = 0; run < 7; run += 1) {
      await inTransaction(site, "messages");
      site.world.now = site.message().nextAttemptOn ?? site.world.now;
    }

    expect(site.maintenance.jobs).toHaveLength(5);
    expect(site.message()).toMatchObject({ state: "parked", failureCode: "host.neverEnded" });
  });

  test("a deal that needs nothing costs no job, one that waits to be sent has its own", async () => {
    const site = new Site();
    await site.save();
    const { id: recordId } = site.world.opportunity;
    const edit = { table: "opportunity", recordId, modifiedOn: site.world.now, rowVersion: "2", link: null } as const;
    site.maintenance.edits = [edit];
    await inTransaction(site, "edits");
    expect(site.maintenance.jobs).toEqual([]);

    site.world.edit({ notes: "typed by an import" });
    await inTransaction(site, "edits");

    expect(site.maintenance.jobs).toEqual([`opportunity/${recordId}/toPartnerCenter`]);
  });
});
