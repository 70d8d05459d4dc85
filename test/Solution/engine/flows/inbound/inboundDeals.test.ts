import { acceptReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import { closeReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/closeReferral";
import { editReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/editReferral";
import { choices } from "../../../../../Solution/engine/domain/schema";
import { accounts, contacts, people } from "../../../../simulation/world/installRows";
import { fabrikam, InboundWorld, newcomer } from "./InboundWorld";

let both: InboundWorld;

beforeEach(async () => {
  both = await InboundWorld.open();
});

test("a deal that Microsoft begins becomes an opportunity of its customer", async () => {
  const referral = both.begin();
  await both.pass();

  expect(both.only("opportunity")).toMatchObject({
    name: "ERP for Fabrikam",
    description: "Begun by Microsoft",
    estimatedvalue: { v: "50000" },
    estimatedclosedate: { v: expect.stringContaining("2027-01-31") as string },
    parentaccountid: { id: accounts[0] },
    parentcontactid: { id: contacts[0] },
    ownerid: { id: people.flow },
    cosell_syncwithpartnercenter: true,
    cosell_referralidentifier: referral.id,
    cosell_answerdueon: { v: "2026-12-07T08:00:00.000Z" },
  });
  expect(both.only("cosell_partnercentersolution")).toMatchObject({ cosell_solutionid: "SOL-10001-CFS" });
  expect(both.rows("account")).toHaveLength(2);
  expect(both.messages()).toEqual([]);
});

test("Microsoft's side of the deal is known from the beginning", async () => {
  const referral = both.begin();
  await both.pass();

  const { id } = both.referralOf(referral.engagementId, "msft");
  expect(both.only("cosell_link")).toMatchObject({ cosell_microsoftreferralidentifier: id });
  expect(both.only("opportunity")["cosell_microsoftcrmidentifier"]).toBe(
    both.referralOf(referral.engagementId, "msft").microsoftMsxId,
  );
});

test("its trail begins with how it came, in words and in entries", async () => {
  both.begin();
  await both.pass();

  const facts = both.rows("cosell_auditentry").map(({ attributes }) => attributes);
  expect(facts).toContainEqual(expect.objectContaining({ cosell_fact: "RecordMade", cosell_sequence: 1 }));
  expect(both.only("opportunity")["cosell_audit"]).toContain("Came from Partner Center; the customer is an account");
});

test("a customer nobody knows gets an account and a contact", async () => {
  both.begin(newcomer);
  await both.pass();

  const account = both.rows("account").find(({ attributes }) => attributes["name"] === "Newcomer Ltd");
  const contact = both.rows("contact").find(({ attributes }) => attributes["emailaddress1"] === newcomer.email);
  expect(account?.attributes).toMatchObject({ address1_postalcode: "SW1A 1AA", address1_country: "GB" });
  expect(contact?.attributes).toMatchObject({ lastname: "Lane", parentcustomerid: { id: account?.id } });
  expect(both.only("opportunity")).toMatchObject({
    parentaccountid: { id: account?.id },
    parentcontactid: { id: contact?.id },
  });
});

test("two deals of one new customer at once share its account and contact", async () => {
  both.begin(newcomer);
  both.begin({ ...newcomer, name: "Another one", companyName: "NEWCOMER Limited" });
  await both.pass(600_000);

  expect(both.rows("opportunity")).toHaveLength(2);
  expect(both.rows("account")).toHaveLength(3);
  expect(both.rows("contact")).toHaveLength(4);
});

test("what Microsoft's seller edits later arrives", async () => {
  const referral = both.begin();
  await both.pass();
  both.act(acceptReferral, referral.id, {}, "partner");
  await both.pass();
  const { id } = both.referralOf(referral.engagementId, "msft");
  both.act(editReferral, id, { dealValue: 75_000, notes: "Larger than thought" }, "microsoft");
  await both.pass();

  expect(both.only("opportunity")).toMatchObject({
    estimatedvalue: { v: "75000" },
    description: "Larger than thought",
  });
});

test("what is closed in Partner Center is closed here", async () => {
  const referral = both.begin();
  await both.pass();
  both.act(acceptReferral, referral.id, {}, "partner");
  await both.pass();
  both.act(closeReferral, referral.id, { outcome: "Won" }, "partner");
  await both.pass();

  expect(both.only("opportunity")).toMatchObject({ statecode: { v: 1 } });
});

test("what was closed before anything was known of it makes no record", async () => {
  both.set("cosell_InboundEnabled", "no");
  const referral = both.begin();
  await both.pass();
  both.change(referral, { status: "Closed", substatus: "Declined" });
  both.set("cosell_InboundEnabled", "yes");
  await both.call("cosell_RunMaintenance", {});
  await both.pass(7_200_000);
  await both.call("cosell_RunMaintenance", {});

  expect(both.rows("opportunity")).toEqual([]);
  expect(both.openMessages()).toEqual([]);
  expect(both.messages().length).toBeGreaterThan(0);
});

test("a deal deleted here does not come back, and operators are told until its referral is closed", async () => {
  const referral = both.begin();
  await both.pass();
  const [opportunity] = both.rows("opportunity");
  both.write((transaction) => {
    const { dataverse } = both.world;
    const link = both.rows("cosell_link")[0];
    dataverse.update(
      { $t: "entity", table: "cosell_link", id: link?.id ?? "", attributes: { cosell_opportunityid: null } },
      undefined,
      transaction,
    );
    dataverse.delete("opportunity", opportunity?.id ?? "", transaction);
  });
  await both.pass();
  both.act(acceptReferral, referral.id, {}, "partner");
  await both.pass();
  const told = both.messages();
  both.act(closeReferral, referral.id, { outcome: "Won" }, "partner");
  await both.pass();

  expect(both.rows("opportunity")).toEqual([]);
  expect(told).toMatchObject([
    { cosell_failurecode: "referral.recordDeleted", cosell_name: "ERP for Fabrikam – Fabrikam" },
  ]);
  expect(told).toMatchObject([{ cosell_state: { v: choices.messageState.parked } }]);
  expect(both.openMessages()).toEqual([]);
});

describe("leads", () => {
  const lead = { ...newcomer, kind: "marketplaceLead", name: "Interested in our app" };

  test.each(["marketplaceLead", "qualifiedLead"])("a %s becomes a lead, and no account", async (kind) => {
    const referral = both.begin({ ...lead, kind });
    await both.pass();

    expect(both.only("lead")).toMatchObject({
      subject: "Interested in our app",
      companyname: "Newcomer Ltd",
      firstname: "Ivy",
      lastname: "Lane",
      emailaddress1: newcomer.email,
      budgetamount: { v: "50000" },
      description: "Begun by Microsoft",
      cosell_syncwithpartnercenter: true,
      cosell_referralidentifier: referral.id,
    });
    expect(both.rows("account")).toHaveLength(2);
    expect(both.rows("opportunity")).toEqual([]);
  });

  test("an accepted lead's notes and budget go both ways", async () => {
    const referral = both.begin(lead);
    await both.pass();
    both.act(acceptReferral, referral.id, {}, "partner");
    await both.pass();
    const id = both.rows("lead")[0]?.id ?? "";
    both.write((transaction) => {
      const attributes = { description: "Called them", budgetamount: { $t: "money", v: "60000" } };
      both.world.dataverse.update({ $t: "entity", table: "lead", id, attributes }, undefined, transaction);
    });
    await both.pass();

    expect(both.referral(referral.id).content.details).toMatchObject({ notes: "Called them", dealValue: 60_000 });
    both.act(editReferral, referral.id, { dealValue: 70_000 }, "partner");
    await both.pass();
    expect(both.only("lead")).toMatchObject({ budgetamount: { v: "70000" }, description: "Called them" });
    expect([...both.world.sandbox.state.referrals.values()]).toHaveLength(1);
  });

  test("a lead that is declined in Partner Center is disqualified", async () => {
    const referral = both.begin(lead);
    await both.pass();
    both.change(referral, { status: "Closed", substatus: "Declined", statusReason: "NotACustomer" });
    await both.pass();

    expect(both.only("lead")).toMatchObject({ statecode: { v: 2 } });
  });

  test("they stay away where only co-sell deals are wanted, and deals still come", async () => {
    both.set("cosell_SyncCosellOnly", "yes");
    both.begin(lead);
    both.begin();
    await both.pass();

    expect(both.rows("lead")).toEqual([]);
    expect(both.rows("opportunity")).toHaveLength(1);
    expect(both.messages()).toEqual([]);
  });
});

describe("what a person has to decide is visible and makes nothing", () => {
  const parked = (code: string) =>
    expect.objectContaining({
      cosell_state: { $t: "opt", v: choices.messageState.parked },
      cosell_failurecode: code,
      cosell_parkedfor: { $t: "opt", v: choices.failureOwner.administrator },
    }) as unknown;

  test("two accounts that may be the customer are named", async () => {
    both.write((transaction) => {
      const attributes = { name: "FABRIKAM, Inc.", address1_postalcode: "0150" };
      both.world.dataverse.create({ $t: "entity", table: "account", attributes }, transaction);
    });
    both.begin();
    await both.pass();

    expect(both.messages()).toEqual([parked("inbound.accountAmbiguous")]);
    const [message] = both.rows("cosell_message");
    expect(message?.attributes["cosell_detail"]).toContain(accounts[0]);
    expect(message?.attributes["cosell_detail"]).toContain("FABRIKAM, Inc.");
    expect([both.rows("opportunity"), both.rows("cosell_link")]).toEqual([[], []]);
  });

  test("a customer without an account asks where that is set", async () => {
    both.set("cosell_AccountNotFound", "ask");
    both.begin(newcomer);
    await both.pass();

    expect(both.messages()).toEqual([parked("inbound.accountNotFound")]);
    expect([both.rows("account").length, both.rows("opportunity").length]).toEqual([2, 0]);
  });

  test("a CRM id that is nobody's here", async () => {
    both.set("cosell_InboundEnabled", "no");
    const referral = both.begin();
    await both.pass();
    both.change(referral, { externalReferenceId: "99999999-9999-4999-8999-999999999999" });
    both.set("cosell_InboundEnabled", "yes");
    for (const minutes of [120, 10, 10]) {
      await both.pass(minutes * 60_000);
      await both.call("cosell_RunMaintenance", {});
    }

    expect(both.openMessages()).toEqual([parked("inbound.recordUnknown")]);
    expect(both.rows("opportunity")).toEqual([]);
  });

  test("an owner that is no user", async () => {
    both.set("cosell_InboundOwner", "nobody@contoso-partner.example");
    both.begin();
    await both.pass();

    expect(both.messages()).toEqual([parked("inbound.ownerUnknown")]);
  });

  test("after it was put right, a replay makes the record and ends the message", async () => {
    both.set("cosell_AccountNotFound", "ask");
    const referral = both.begin(newcomer);
    await both.pass();
    both.set("cosell_AccountNotFound", "create");
    both.change(referral, { campaignId: "touched" });
    await both.pass();

    expect(both.only("opportunity")).toMatchObject({ cosell_referralidentifier: referral.id });
    expect(both.messages()).toMatchObject([{ cosell_state: { v: choices.messageState.done } }]);
  });
});

test("a currency that is not used here leaves the amount out, and is visible", async () => {
  both.begin({ ...fabrikam, currency: "JPY" });
  await both.pass();

  const opportunity = both.only("opportunity");
  expect(opportunity["estimatedvalue"] ?? null).toBeNull();
  expect(opportunity["cosell_audit"]).toContain("Dynamics 365 does not use its currency, JPY");
  expect(both.only("cosell_link")["cosell_lastagreedvalues"]).toContain('"there":"JPY"');
});

test("while inbound is off nothing comes in, and nothing is lost", async () => {
  both.set("cosell_InboundEnabled", "no");
  both.begin();
  await both.pass();
  expect(both.rows("opportunity")).toEqual([]);
  expect(both.messages()).toContainEqual(expect.objectContaining({ cosell_failurecode: "inbound.paused" }));

  both.set("cosell_InboundEnabled", "yes");
  await both.pass(7_200_000);
  await both.call("cosell_RunMaintenance", {});
  expect(both.rows("opportunity")).toHaveLength(1);
});
