import { acceptReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import { editReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/editReferral";
import { choices } from "../../../../../Solution/engine/domain/schema";
import { opt, ref, textOf, type Attributes } from "../../../../simulation/dataverse/values";
import type { Row } from "../../../../simulation/dataverse/Store";
import { accounts, contacts, currencies, people } from "../../../../simulation/world/installRows";
import { InboundWorld } from "./InboundWorld";

let both: InboundWorld;
let referralId: string;
/** The record that a seller had open, and the one that was made beside it. */
let theirs: string;
let made: string;

const update = (id: string, attributes: Attributes): void =>
  both.write((transaction) =>
    both.world.dataverse.update({ $t: "entity", table: "opportunity", id, attributes }, undefined, transaction),
  );

const like = (name: string): Attributes => ({
  name,
  description: "Typed by Sam",
  statecode: opt(0),
  ownerid: ref("systemuser", people.seller),
  parentaccountid: ref("account", accounts[0]),
  parentcontactid: ref("contact", contacts[0]),
  transactioncurrencyid: ref("transactioncurrency", currencies.NOK),
  estimatedvalue: { $t: "money", v: "48000" },
});

beforeEach(async () => {
  both = await InboundWorld.open();
  theirs = both.create("opportunity", like("ERP rollout"));
  await both.pass();
  referralId = both.begin().id;
  await both.pass();
  made = both.rows("opportunity").find(({ id }) => id !== theirs)?.id ?? "";
});

const row = (id: string): Attributes => both.rows("opportunity").find((one) => one.id === id)?.attributes ?? {};

const proposals = (id?: string): Row[] =>
  both
    .rows("cosell_conflict")
    .filter(({ attributes }) => textOf(attributes["cosell_field"]).startsWith("match/"))
    .filter(({ attributes }) => id === undefined || textOf(attributes["cosell_opportunityid"]) === id);

const isOpen = ({ attributes }: Row): boolean =>
  textOf(attributes["cosell_state"]) === String(choices.conflictState.open);

const decide = (recordId: string, Decision: string) =>
  both.call("cosell_ResolveConflict", { ConflictId: proposals(recordId).find(isOpen)?.id ?? "", Decision });

const facts = (): string[] => both.rows("cosell_auditentry").map(({ attributes }) => textOf(attributes["cosell_fact"]));

test("a likely record is asked about on both records, each owner's own, with both sides in one line", () => {
  expect(proposals()).toHaveLength(2);
  expect(proposals(theirs)[0]?.attributes).toMatchObject({
    cosell_fieldlabel: "May be the same deal",
    cosell_valuehere: expect.stringContaining("ERP rollout") as string,
    cosell_valuethere: expect.stringContaining("ERP for Fabrikam") as string,
    cosell_lastagreedvalue: "deal value, contact",
    ownerid: { id: people.seller },
  });
  expect(proposals(made)[0]?.attributes).toMatchObject({ ownerid: { id: people.flow } });
});

test.each(["theirs", "made"])(
  "“same deal”, said on the form of %s, moves the referral and closes the made record",
  async (form) => {
    await decide(form === "theirs" ? theirs : made, "sameDeal");
    await both.pass();

    expect(row(theirs)).toMatchObject({
      description: "Typed by Sam",
      cosell_referralidentifier: referralId,
      cosell_syncwithpartnercenter: true,
    });
    expect(row(theirs)["cosell_audit"]).toContain("Took the deal of Partner Center over from “ERP for Fabrikam”");
    expect(row(made)).toMatchObject({ statecode: opt(2), cosell_syncwithpartnercenter: false });
    expect(row(made)["cosell_referralidentifier"] ?? null).toBeNull();
    expect(both.only("cosell_link")).toMatchObject({ cosell_opportunityid: { id: theirs } });
    expect(proposals().filter(isOpen)).toEqual([]);
    expect(facts()).toContain("ReferralMoved");
    const own = [...both.world.sandbox.state.referrals.values()].filter(
      ({ organizationId }) => organizationId !== "msft",
    );
    expect(own.map(({ id, content }) => [id, content.status])).toEqual([[referralId, "New"]]);
  },
);

test("after “same deal” both sides go on as one: edits of both arrive, and what differs is asked", async () => {
  await decide(theirs, "sameDeal");
  await both.pass();
  both.act(acceptReferral, referralId, {}, "partner");
  await both.pass();
  both.act(editReferral, referralId, { closingDateTime: "2027-03-31T00:00:00Z" }, "partner");
  await both.pass();

  expect(textOf(row(theirs)["estimatedclosedate"])).toContain("2027-03-31");
  expect(both.referral(referralId).content).toMatchObject({
    name: "ERP for Fabrikam",
    externalReferenceId: theirs,
    details: { notes: "Begun by Microsoft", dealValue: 50_000 },
  });
  const asked = both.rows("cosell_conflict").filter((one) => isOpen(one) && !proposals().includes(one));
  expect(asked.map(({ attributes }) => attributes["cosell_fieldlabel"])).toEqual(
    expect.arrayContaining(["Topic", "Description", "Est. Revenue"]),
  );
});

test("a made record that somebody edited is left open, without a referral and not shared again", async () => {
  update(made, { description: "Kim took it on" });
  await both.pass();
  await decide(theirs, "sameDeal");
  await both.pass(3_600_000);

  expect(row(made)).toMatchObject({ statecode: opt(0), cosell_syncwithpartnercenter: false });
  expect(both.only("cosell_link")).toMatchObject({ cosell_opportunityid: { id: theirs } });
  expect([...both.world.sandbox.state.referrals.values()]).toHaveLength(2);
});

test("“another deal” is remembered, and never asked again", async () => {
  await decide(theirs, "anotherDeal");
  await both.pass();
  both.act(editReferral, referralId, { notes: "Edited" }, "microsoft");
  await both.call("cosell_RunMaintenance", {});
  await both.pass();

  expect(proposals()).toHaveLength(2);
  expect(proposals().filter(isOpen)).toEqual([]);
  expect(proposals()[0]?.attributes["cosell_decision"]).toEqual(opt(choices.conflictDecision.anotherDeal));
  expect(both.only("cosell_link")).toMatchObject({ cosell_opportunityid: { id: made } });
  expect(row(theirs)["cosell_syncwithpartnercenter"]).not.toBe(true);
});

/** Takes back what was said, by the row of either record. */
const undo = (recordId: string) =>
  both.call("cosell_ResolveConflict", { ConflictId: proposals(recordId)[0]?.id ?? "", Decision: "undo" });

test.each(["theirs", "made"])(
  "“same deal”, taken back on the form of %s, gives the referral back to the made record, open again, and asks again",
  async (form) => {
    const before = row(made);
    await decide(theirs, "sameDeal");
    await both.pass();
    await undo(form === "theirs" ? theirs : made);
    await both.pass();

    const { name, description, estimatedvalue, cosell_referralidentifier } = before;
    expect(row(made)).toMatchObject({ statecode: opt(0), cosell_syncwithpartnercenter: true });
    expect(row(made)).toMatchObject({ name, description, estimatedvalue, cosell_referralidentifier } as Attributes);
    expect(row(theirs)).toMatchObject({ description: "Typed by Sam", cosell_syncwithpartnercenter: false });
    expect(row(theirs)["cosell_referralidentifier"] ?? null).toBeNull();
    expect(row(theirs)["cosell_audit"]).toContain("took back that it is the same deal");
    expect(both.only("cosell_link")).toMatchObject({ cosell_opportunityid: { id: made } });
    expect(proposals().filter(isOpen)).toHaveLength(2);
    await decide(made, "sameDeal");
    expect(both.only("cosell_link")).toMatchObject({ cosell_opportunityid: { id: theirs } });
  },
);

test("“another deal” can be taken back: the question is open again", async () => {
  await decide(theirs, "anotherDeal");
  await undo(theirs);

  expect(proposals().filter(isOpen)).toHaveLength(2);
  expect(both.only("cosell_link")).toMatchObject({ cosell_opportunityid: { id: made } });
});

test("a record that was closed meanwhile takes nothing, and the answer says so", async () => {
  both.write((transaction) => {
    const attributes = { statecode: opt(1) };
    const closed = { $t: "entity" as const, table: "opportunity", id: theirs, attributes };
    both.world.dataverse.update(closed, undefined, transaction, true);
  });
  await both.pass();

  await expect(decide(theirs, "sameDeal")).rejects.toThrow("is closed");
  expect(both.only("cosell_link")).toMatchObject({ cosell_opportunityid: { id: made } });
});

test("nobody is asked any more once the record has been shared by itself", async () => {
  both.write((transaction) => {
    const solution = {
      cosell_name: "Field Service",
      cosell_solutionid: "SOL-10001-CFS",
      cosell_opportunityid: ref("opportunity", theirs),
      ownerid: ref("systemuser", people.seller),
    };
    both.world.dataverse.create(
      { $t: "entity", table: "cosell_partnercentersolution", attributes: solution },
      transaction,
    );
  });
  update(theirs, {
    estimatedclosedate: { $t: "dt", v: "2027-01-31T00:00:00.000Z" },
    cosell_customerconsent: true,
    cosell_syncwithpartnercenter: true,
  });
  await both.pass();
  expect(row(theirs)["cosell_referralidentifier"]).toBeTruthy();
  expect(proposals().filter(isOpen)).toHaveLength(2);

  await both.call("cosell_RunMaintenance", {});

  expect(proposals().filter(isOpen)).toEqual([]);
  expect(proposals(theirs)[0]?.attributes).toMatchObject({
    cosell_decision: opt(choices.conflictDecision.anotherDeal),
    cosell_decidedby: "It has a referral of its own now",
  });
});

/** Operations of the run that moves; later ones meet an end that nobody killed. */
const operations = Array.from({ length: 34 }, (_none, at) => at + 1);

test.each(operations)("a decision killed at operation %i can be repeated, and ends as one deal", async (operation) => {
  const { world } = both;
  let runs = 0;
  world.hazard.nextDeath = () => ((runs += 1) === 1 ? operation : null);
  const conflictId = proposals(theirs).find(isOpen)?.id ?? "";
  const say = () =>
    both.call("cosell_ResolveConflict", { ConflictId: conflictId, Decision: "sameDeal" }, false).catch(() => ({}));
  await say();
  await both.pass(600_000);
  if (proposals(theirs).some(isOpen)) await say();
  await both.pass(3_600_000);

  expect(both.rows("cosell_link").map(({ attributes }) => textOf(attributes["cosell_opportunityid"]))).toEqual([
    theirs,
  ]);
  expect(row(theirs)).toMatchObject({ description: "Typed by Sam", cosell_referralidentifier: referralId });
  expect(row(made)).toMatchObject({ cosell_syncwithpartnercenter: false });
  expect([...world.sandbox.state.referrals.values()]).toHaveLength(2);
  expect(both.referral(referralId).content.details?.notes).toBe("Begun by Microsoft");
});
