import { toFailure } from "../../../../../Solution/engine/domain/failure/Failure";
import { trouble } from "../../support/FakePartnerCenter";
import { noRoom, World } from "../../support/World";
import { leaseIsOver, repair, runRefused } from "../../support/stoppedRuns";

/* A run that Dynamics 365 refused something leaves a trace, and the next one makes up for it. */

const currencyThere = (world: World): unknown =>
  (world.partnerCenter.owned("contoso")[0]?.["details"] as Record<string, unknown> | undefined)?.["currency"];

describe("given a run that Dynamics 365 refused a part of its outcome", () => {
  test.each(["save opportunity", "append entries"])(
    "when %s was refused, then the link stays findable as one with a lease that has run out, until the next run",
    async (operation) => {
      const world = new World();
      await runRefused(world, operation);
      expect(world.rows.link).toMatchObject({ leaseOwner: "unfinished", status: "inSync" });

      await repair(world);

      expect(world.rows.link).toMatchObject({ leaseOwner: null, leaseExpiresOn: null });
      expect(world.rows.record.status).toBe("inSync");
      expect(world.rows.record.referralIdentifier).toBe(world.rows.link?.referralId);
      expect(world.rows.entries.map(({ fact }) => fact.name)).toEqual(["ReferralCreated"]);
    },
  );

  test("when the record was deleted meanwhile, then no lease stays behind, for nobody could give it back", async () => {
    const world = new World();
    const gone = toFailure("dataverse.rowGone", "by the test");
    world.refuse = (operation) => (operation === "save opportunity" ? gone : null);
    await world.run();
    expect(world.rows.link).toMatchObject({ leaseOwner: null });
  });

  test("when nothing was refused, then no lease stays behind", async () => {
    const world = new World();
    await world.run();
    expect(world.rows.link).toMatchObject({ leaseOwner: null, leaseExpiresOn: null });
  });

  test("when the link was refused beside a message, then the next run settles the message it does not know of", async () => {
    const world = new World();
    world.partnerCenter.troubles = [trouble("partnerCenter.conflict")];
    await runRefused(world, "save link");
    expect(world.rows.messages).toMatchObject([{ state: "parked" }]);

    await repair(world);

    expect(world.rows.record.status).toBe("inSync");
    expect(world.rows.messages).toMatchObject([{ state: "done" }]);
  });

  test("when a message was refused, then the next run writes it, though the failed attempt is not due yet", async () => {
    const world = new World();
    world.partnerCenter.troubles = [trouble("partnerCenter.conflict")];
    await runRefused(world, "postpone");
    expect(world.rows.messages).toEqual([]);

    world.pass(leaseIsOver);
    await world.run({ trigger: "step" });

    expect(world.rows.messages).toMatchObject([{ state: "parked" }]);
    expect(world.rows.link).toMatchObject({ leaseOwner: null });
  });

  test("when Microsoft was invited and sync is off by then, then the link learns of Microsoft's referral all the same", async () => {
    const world = new World();
    world.edit({ help: "proofOfConceptDemo", isVisible: true });
    await world.run();
    const [microsofts] = world.partnerCenter.owned("msft");
    if (world.rows.link) world.rows.link = { ...world.rows.link, microsoftReferralId: null, microsoftETag: null };
    world.rows.record.isSyncOn = false;
    await world.run();

    const result = await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(result).toMatchObject({ writes: 0 });
    expect(world.rows.link).toMatchObject({ microsoftReferralId: microsofts?.["id"], microsoftETag: null });
  });
});

describe("given a run that made both referrals and stored neither", () => {
  test("when sync is off by then and only the own referral is told of, then the link learns of Microsoft's, too", async () => {
    const world = new World();
    world.edit({ help: "proofOfConceptDemo", isVisible: true });
    await runRefused(world, "save link");
    world.rows.record.isSyncOn = false;
    world.pass(leaseIsOver);
    const [microsofts] = world.partnerCenter.owned("msft");
    const seen = world.partnerCenter.seen().filter(({ id }) => id !== microsofts?.["id"]);

    await world.run({ trigger: "event", seen });

    expect(world.rows.link?.referralId).not.toBeNull();
    expect(world.rows.link?.microsoftReferralId).toBe(microsofts?.["id"]);
  });
});

describe("given a run whose trail tells of Microsoft's referral and whose link could not be stored", () => {
  test("when the next run looks at nothing, then the link takes it from the trail, and Microsoft is not invited again", async () => {
    const world = new World();
    await world.run();
    world.edit({ help: "proofOfConceptDemo", isVisible: true });
    await runRefused(world, "save link");
    const [microsofts] = world.partnerCenter.owned("msft");
    world.settings = { ...world.settings, outboundEnabled: false };

    await repair(world);

    expect(world.rows.link?.microsoftReferralId).toBe(microsofts?.["id"]);
    expect(world.partnerCenter.owned("msft")).toHaveLength(1);
  });
});

describe("given a value that was sent by a run whose transaction was undone", () => {
  const { currency: agreed } = new World().opportunity;

  /** Partner Center holds EUR; Dynamics 365 remembers nothing of having sent it. */
  const undone = async (): Promise<World> => {
    const world = new World();
    await world.run();
    world.partnerCenter.editThere("/details/currency", "EUR");
    world.edit({ currency: "EUR" });
    return world;
  };

  test("when the next run is refused and the seller types the agreed value again, then it is an edit and is sent", async () => {
    const world = await undone();
    world.partnerCenter.troubles = [trouble("partnerCenter.locked")];
    await world.run();
    world.edit({ currency: agreed });
    await world.run();

    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(world.opportunity.currency).toBe(agreed);
    expect(currencyThere(world)).toBe(agreed);
  });

  test("when somebody typed yet another value there, then both were typed and neither is lost", async () => {
    const world = await undone();
    world.partnerCenter.troubles = [trouble("partnerCenter.locked")];
    await world.run();
    world.edit({ currency: agreed });
    await world.run();
    world.partnerCenter.editThere("/details/currency", "SEK");

    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect([world.opportunity.currency, currencyThere(world)]).toEqual([agreed, "SEK"]);
    expect(Object.values(world.rows.conflicts)).toMatchObject([
      { path: "/details/currency", here: agreed, there: "SEK", decision: null },
    ]);
  });
});

describe("given a value that was typed back", () => {
  const { notes: agreed } = new World().opportunity;

  test("when it was typed back here after an attempt that failed, then a value typed there meanwhile is a conflict", async () => {
    const world = new World();
    await world.run();
    world.partnerCenter.editThere("/details/notes", "typed there");
    world.edit({ notes: "wavers" });
    world.partnerCenter.troubles = [trouble("partnerCenter.throttled")];
    await world.run();
    world.edit({ notes: agreed });
    await world.run({ trigger: "step" });

    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(world.opportunity.notes).toBe(agreed);
    expect(Object.values(world.rows.conflicts)).toMatchObject([{ here: agreed, there: "typed there", decision: null }]);
  });

  test("when it was typed back there after a run that could not store what it had sent, then it is not written over", async () => {
    const world = new World();
    await world.run();
    world.edit({ notes: "sent" });
    await runRefused(world, "save link");
    world.partnerCenter.editThere("/details/notes", agreed);

    await repair(world);

    expect(world.opportunity.notes).toBe("sent");
    expect(world.partnerCenter.owned("contoso")).toMatchObject([{ details: { notes: agreed } }]);
    expect(Object.values(world.rows.conflicts)).toMatchObject([{ here: "sent", there: agreed, decision: null }]);
  });

  test("when a send was refused for certain, then what was typed there in another field makes no conflict of it", async () => {
    const world = new World();
    await world.run();
    world.edit({ notes: "sent later" });
    world.partnerCenter.troubles = [trouble("partnerCenter.throttled")];
    await world.run();
    world.partnerCenter.editThere("/details/dealValue", 5);

    world.pass(leaseIsOver);
    await world.run({ trigger: "maintenance" });

    expect(world.rows.conflicts).toEqual({});
    expect(world.partnerCenter.owned("contoso")).toMatchObject([{ details: { notes: "sent later", dealValue: 5 } }]);
  });
});

describe("given a run that waited for its lease", () => {
  test("when the run that it waited for was undone after it had sent, then a value typed back meanwhile is sent", async () => {
    const world = new World();
    await world.run();
    const before = world.opportunity.notes;
    world.edit({ notes: "sent, and undone" });
    world.pulse = () => {
      if (world.dataverse.at(-1) !== "load") return Promise.resolve();
      world.pulse = () => Promise.resolve();
      world.partnerCenter.editThere("/details/notes", "sent, and undone");
      world.pass(2000);
      world.edit({ notes: before });
      return Promise.resolve();
    };
    world.dataverse.length = 0;

    await world.run({ trigger: "step" });
    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(world.opportunity.notes).toBe(before);
    expect(world.partnerCenter.owned("contoso")).toMatchObject([{ details: { notes: before } }]);
  });

  test("when the record was edited meanwhile, then what it had loaded before is never sent", async () => {
    const world = new World();
    await world.run();
    world.edit({ notes: "older" });
    world.pulse = () => {
      if (world.dataverse.at(-1) !== "load") return Promise.resolve();
      world.pulse = () => Promise.resolve();
      world.pass(2000);
      world.edit({ notes: "newer" });
      return Promise.resolve();
    };
    world.dataverse.length = 0;

    await world.run({ trigger: "step" });

    expect(world.dataverse.slice(0, 5)).toEqual(["load", "claim", "read version", "save link", "load"]);
    expect(world.partnerCenter.calls.filter((call) => call.startsWith("PATCH"))).toHaveLength(1);
    expect(world.partnerCenter.owned("contoso")).toMatchObject([{ details: { notes: "newer" } }]);
  });
});

describe("given a deal that is closed on both sides", () => {
  test("when a value was typed there before the end, then the closed record stays as it is, and the value is kept", async () => {
    const world = new World();
    await world.run();
    world.rows.record.state = "won";
    world.partnerCenter.editThere("/details/notes", "typed there");
    world.partnerCenter.editThere("/substatus", "Won");
    world.partnerCenter.editThere("/status", "Closed");

    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(world.opportunity.notes).not.toBe("typed there");
    expect(Object.values(world.rows.conflicts)).toMatchObject([
      { path: "/details/notes", there: "typed there", decision: { kind: "theDealWasClosed" } },
    ]);
  });
});

/* Others leave their edits to whoever holds the lease: that run looks once more, and where it cannot, somebody else has to. */
describe("given an edit of the time in which a run held the lease", () => {
  const edited = async (isRefused: (operation: string, isSent: boolean) => boolean) => {
    const world = new World();
    world.partnerCenter.pulse = () => {
      if (world.partnerCenter.owned("contoso").length === 0) world.edit({ notes: "typed meanwhile" });
      return Promise.resolve();
    };
    world.refuse = (operation) =>
      isRefused(operation, world.partnerCenter.owned("contoso").length > 0) ? noRoom : null;
    const end = await world.run({ trigger: "step" }).catch((error: unknown) => error);
    world.refuse = () => null;
    return { world, end };
  };
  const notesThere = (world: World): unknown =>
    (world.partnerCenter.owned("contoso")[0]?.["details"] as Record<string, unknown> | undefined)?.["notes"];

  test("when nothing is refused, then the run itself sends it", async () => {
    const { world } = await edited(() => false);
    expect(notesThere(world)).toBe("typed meanwhile");
    expect(world.rows.jobs).toEqual([]);
  });

  test("when the run cannot look again, then it leaves the record to a job", async () => {
    const { world, end } = await edited((operation, isSent) => isSent && operation === "load");
    expect(world.rows.jobs).toEqual([`opportunity/${world.opportunity.id}`]);
    expect(end).toMatchObject({ writes: 1, failure: null });
  });

  test("when no job can be left either, then the run fails, and the platform runs it again", async () => {
    const { world, end } = await edited((operation, isSent) => isSent && ["load", "leave to job"].includes(operation));
    expect(world.rows.jobs).toEqual([]);
    expect(end).toBeInstanceOf(Error);
  });

  test("when nobody can tell whether there was one, then the link stays findable as unfinished", async () => {
    const { world } = await edited((operation, isSent) => isSent && ["load", "read version"].includes(operation));
    expect(notesThere(world)).not.toBe("typed meanwhile");
    expect(world.rows.link).toMatchObject({ leaseOwner: "unfinished", status: "inSync" });
  });
});

describe("given Microsoft's referral in the deal's engagement, which the link knows nothing of", () => {
  const joined = async (): Promise<World> => {
    const world = new World({ isVisible: true, dealValue: "1000" });
    await world.run();
    world.pass(60_000);
    const [own] = world.partnerCenter.owned("contoso");
    await world.partnerCenter.port.create({ ...own, target: [{ id: "msft" }] });
    world.pass(60_000);
    world.partnerCenter.editThere("/details/dealValue", 1016, "msft");
    return world;
  };

  test("when help is asked for, then Microsoft is not invited again, and what its seller typed comes in", async () => {
    const world = await joined();
    world.edit({ help: "quotesAndLicensing" });

    await world.run();

    expect(world.partnerCenter.owned("msft")).toHaveLength(1);
    expect(world.opportunity.dealValue).toBe("1016");
    expect(world.partnerCenter.owned("contoso")).toMatchObject([{ details: { dealValue: 1016 } }]);
    expect(world.rows.record.audit).toContain("Microsoft takes part in the deal already");
  });
});
