import { acceptReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import { editReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/editReferral";
import type { StoredReferral } from "../../../../../scripts/tenant/partnerCenter/referrals/Referral";
import { opt, ref, type Attributes } from "../../../../simulation/dataverse/values";
import { accounts, contacts, currencies, people } from "../../../../simulation/world/installRows";
import { InboundWorld, newcomer } from "./InboundWorld";

let both: InboundWorld;

beforeEach(async () => {
  both = await InboundWorld.open();
});

const numberOf = ({ engagementId }: StoredReferral): string =>
  both.referralOf(engagementId, "msft").microsoftMsxId ?? "";

/** An opportunity that a seller has had open for weeks; its id. */
const have = (attributes: Attributes): string =>
  both.create("opportunity", {
    name: "ERP rollout",
    description: "Typed by Sam",
    statecode: opt(0),
    ownerid: ref("systemuser", people.seller),
    parentaccountid: ref("account", accounts[0]),
    transactioncurrencyid: ref("transactioncurrency", currencies.NOK),
    ...attributes,
  });

const factsOf = (): unknown[] => both.rows("cosell_auditentry").map(({ attributes }) => attributes["cosell_fact"]);

/** Microsoft begins a deal that comes in only when the records stand that this says, and nobody is at them any more. */
const meet = async (recordsOf: (referral: StoredReferral) => readonly Attributes[]): Promise<MetReferral> => {
  both.set("cosell_InboundEnabled", "no");
  const referral = both.begin();
  const ids = recordsOf(referral).map(have);
  await both.pass();
  both.set("cosell_InboundEnabled", "yes");
  await both.call("cosell_RunMaintenance", {});
  await both.pass();
  return { referral, ids };
};

interface MetReferral {
  referral: StoredReferral;
  ids: readonly string[];
}

const withNumber = (referral: StoredReferral): Attributes => ({ cosell_microsoftcrmidentifier: numberOf(referral) });

test("a referral goes to the open record that holds Microsoft's number of the deal, and its trail says why", async () => {
  const { referral, ids } = await meet((one) => [withNumber(one)]);

  expect(both.rows("opportunity").map((row) => row.id)).toEqual(ids);
  expect(both.only("opportunity")).toMatchObject({
    cosell_referralidentifier: referral.id,
    cosell_syncwithpartnercenter: true,
  });
  expect(both.only("opportunity")["cosell_audit"]).toContain("this opportunity holds its Microsoft CRM Identifier");
  expect(factsOf()[0]).toBe("RecordAttached");
  expect(both.only("cosell_link")).toMatchObject({
    cosell_opportunityid: { id: ids[0] },
    ownerid: { id: people.seller },
    cosell_leaseowner: null,
  });
  expect(both.rows("account")).toHaveLength(2);
  expect(both.openMessages()).toEqual([]);
});

test("empty columns fill, what differs is asked, and nothing is overwritten on either side", async () => {
  const { referral } = await meet((one) => [withNumber(one)]);

  expect(both.only("opportunity")).toMatchObject({
    name: "ERP rollout",
    description: "Typed by Sam",
    estimatedvalue: { v: "50000" },
  });
  const asked = both.rows("cosell_conflict").map(({ attributes }) => attributes["cosell_fieldlabel"]);
  expect(asked).toEqual(expect.arrayContaining(["Topic", "Description"]));
  both.act(acceptReferral, referral.id, {}, "partner");
  await both.pass();
  expect(both.referral(referral.id).content).toMatchObject({
    name: "ERP for Fabrikam",
    details: { notes: "Begun by Microsoft" },
  });
});

test("what the seller edits afterwards is sent", async () => {
  const { referral, ids } = await meet((one) => [withNumber(one)]);
  both.act(acceptReferral, referral.id, {}, "partner");
  await both.pass();
  both.write((transaction) => {
    const attributes = { estimatedclosedate: { $t: "dt", v: "2027-02-28T00:00:00Z" } };
    both.world.dataverse.update(
      { $t: "entity", table: "opportunity", id: ids[0] ?? "", attributes },
      undefined,
      transaction,
    );
  });
  await both.pass();

  expect(both.referral(referral.id).content.details?.closingDateTime).toContain("2027-02-28");
});

test("a record whose link was deleted takes its referral back", async () => {
  const referral = both.begin();
  await both.pass();
  both.act(acceptReferral, referral.id, {}, "partner");
  await both.pass();
  const [link] = both.rows("cosell_link");
  both.write((transaction) => both.world.dataverse.delete("cosell_link", link?.id ?? "", transaction));
  both.act(editReferral, referral.id, { notes: "Edited meanwhile" }, "partner");
  await both.pass();

  expect(both.only("opportunity")).toMatchObject({ cosell_referralidentifier: referral.id });
  expect(both.only("cosell_link")).toMatchObject({ cosell_referralidentifier: referral.id });
});

const notCertain: readonly (readonly [string, (referral: StoredReferral) => readonly Attributes[]])[] = [
  ["two records hold the number", (one) => [withNumber(one), withNumber(one)]],
  ["the record is closed", (one) => [{ ...withNumber(one), statecode: opt(1) }]],
  ["a closed record holds it, too", (one) => [{ ...withNumber(one), statecode: opt(2) }, withNumber(one)]],
  ["its customer is another one", (one) => [{ ...withNumber(one), parentaccountid: ref("account", accounts[1]) }]],
  ["only the customer is the same", () => [{}]],
];

test.each(notCertain)("where %s, nothing is attached: a record is made", async (_why, recordsOf) => {
  const { ids } = await meet(recordsOf);

  const { cosell_opportunityid: linked } = both.only("cosell_link");
  expect(ids).not.toContain((linked as { id: string }).id);
  expect(both.rows("opportunity")).toHaveLength(ids.length + 1);
  expect(factsOf()[0]).toBe("RecordMade");
});

/** What both sides would say of one deal; the customer is the same by the account. */
const alike: Attributes = {
  estimatedvalue: { $t: "money", v: "48000" },
  estimatedclosedate: { $t: "dt", v: "2027-02-15T00:00:00Z" },
  parentcontactid: ref("contact", contacts[0]),
};

test("an open record of the customer for which enough speaks is named in the trail of the one that is made", async () => {
  await meet(() => [{ name: "Just the same customer" }, alike]);

  const row = both.rows("opportunity").find(({ attributes }) => attributes["name"] === "ERP for Fabrikam");
  expect(row?.attributes["cosell_audit"]).toContain(
    "May be the same deal as “ERP rollout” (same deal value, close date, contact).",
  );
});

test("records that hold an identifier without being certain are named, too", async () => {
  await meet((one) => [
    { ...withNumber(one), name: "First" },
    { ...withNumber(one), name: "Second" },
  ]);

  const row = both.rows("opportunity").find(({ attributes }) => attributes["name"] === "ERP for Fabrikam");
  expect(row?.attributes["cosell_audit"]).toMatch(/“First” \(same identifier\), “Second” \(same identifier\)/);
});

test.each([
  ["the setting asks for more", "cosell_MatchEvidence", "4"],
  ["nothing is matched", "cosell_MatchBeforeCreate", "off"],
])("nothing is named where %s", async (_why, setting, value) => {
  both.set(setting, value);
  await meet(() => [alike]);

  expect(factsOf()).not.toContain("LikelyFound");
});

test("a record with a link takes no second referral", async () => {
  const { ids } = await meet((one) => [withNumber(one)]);
  const second = both.begin({ ...newcomer, name: "Another deal" });
  both.write((transaction) => {
    const [id = ""] = ids;
    const attributes = withNumber(second);
    both.world.dataverse.update({ $t: "entity", table: "opportunity", id, attributes }, undefined, transaction);
  });
  await both.pass();

  expect(both.rows("opportunity")).toHaveLength(2);
  const links = both.rows("cosell_link").map(({ attributes }) => JSON.stringify(attributes["cosell_opportunityid"]));
  expect(new Set(links).size).toBe(2);
});

test.each(["propose", "off"])("with the setting at %s, nothing is attached", async (setting) => {
  both.set("cosell_MatchBeforeCreate", setting);
  await meet((one) => [withNumber(one)]);

  expect(both.rows("opportunity")).toHaveLength(2);
});

test("of a customer that somebody gives the number to at the same moment, one record has the referral in the end", async () => {
  both.runEventsInTransactions(false);
  const referral = both.begin();
  have(withNumber(referral));
  both.begin({ ...newcomer, name: "Another deal" });
  await both.pass();

  const links = both.rows("cosell_link").map(({ attributes }) => attributes["cosell_referralidentifier"]);
  expect(new Set(links).size).toBe(2);
  expect(both.rows("opportunity")).toHaveLength(2);
});

/** Operations of the run that attaches; later ones meet an end that nobody killed. */
const operations = Array.from({ length: 24 }, (_none, at) => at + 1);

test.each(operations)("a run killed at operation %i attaches once, whoever goes on", async (operation) => {
  both.runEventsInTransactions(false);
  const referral = both.begin();
  have(withNumber(referral));
  both.killNextRunAt(operation);
  await both.pass(3_600_000);
  await both.call("cosell_RunMaintenance", {});
  await both.pass(3_600_000);

  expect(both.only("opportunity")).toMatchObject({ description: "Typed by Sam", cosell_syncwithpartnercenter: true });
  expect(both.only("cosell_link")).toMatchObject({ cosell_referralidentifier: referral.id });
  expect(factsOf().filter((fact) => fact === "RecordAttached")).toHaveLength(1);
});
