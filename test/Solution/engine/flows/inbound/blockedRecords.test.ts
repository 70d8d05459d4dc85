import { acceptReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import { opt, ref, textOf, type Attributes, type Json } from "../../../../simulation/dataverse/values";
import type { Row } from "../../../../simulation/dataverse/Store";
import type { RunEnd } from "../../../../simulation/platform/Run";
import { accounts, contacts, currencies, people } from "../../../../simulation/world/installRows";
import { InboundWorld } from "./InboundWorld";

/* Deals that a seller wanted to share and could not yet, which have a link without a referral. */

let both: InboundWorld;
/** Not shared, because no solution is chosen. */
let blocked: string;

const deal = (name: string, hasConsent: boolean): Attributes => ({
  name,
  description: "Typed by Sam",
  statecode: opt(0),
  ownerid: ref("systemuser", people.seller),
  parentaccountid: ref("account", accounts[0]),
  parentcontactid: ref("contact", contacts[0]),
  transactioncurrencyid: ref("transactioncurrency", currencies.NOK),
  estimatedvalue: { $t: "money", v: "48000" },
  estimatedclosedate: { $t: "dt", v: "2027-01-31T00:00:00Z" },
  cosell_syncwithpartnercenter: true,
  cosell_customerconsent: hasConsent,
  cosell_customermarketplaceintent: opt(731500001),
  cosell_howcanmicrosofthelp: opt(731500001),
});

/** What keeps it from being shared is put right. */
const addSolution = (id: string): string =>
  both.create("cosell_partnercentersolution", {
    cosell_solutionid: "SOL-10001-CFS",
    cosell_name: "SOL-10001-CFS",
    cosell_opportunityid: ref("opportunity", id),
  });

const row = (id: string): Attributes => both.rows("opportunity").find((one) => one.id === id)?.attributes ?? {};

const linkOf = (id: string): Row | undefined =>
  both.rows("cosell_link").find(({ attributes }) => textOf(attributes["cosell_opportunityid"]) === id);

const guid = (v: string): Json => ({ $t: "guid", v });

const give = (from: string, to: string): Promise<unknown> =>
  both.call("cosell_MoveReferral", { LinkId: guid(linkOf(from)?.id ?? ""), OpportunityId: guid(to) });

beforeEach(async () => {
  both = await InboundWorld.open();
  blocked = both.create("opportunity", deal("ERP rollout", true));
  await both.pass();
});

test("such a deal is asked about when Microsoft brings what looks like it", async () => {
  expect(linkOf(blocked)?.attributes).toMatchObject({ cosell_opportunityid: { id: blocked } });
  both.begin();
  await both.pass();

  const asked = both.rows("cosell_conflict").map(({ attributes }) => textOf(attributes["cosell_opportunityid"]));
  expect(asked).toHaveLength(2);
  expect(asked).toContain(blocked);
});

test("it takes Microsoft's referral, and its own link, which holds none, lets go of it", async () => {
  const referral = both.begin();
  await both.pass();
  both.act(acceptReferral, referral.id, {}, "partner");
  await both.pass();
  const made = both.rows("opportunity").find(({ id }) => id !== blocked)?.id ?? "";

  await give(made, blocked);
  await both.pass();

  expect(row(blocked)).toMatchObject({ name: "ERP rollout", cosell_referralidentifier: referral.id });
  const links = both
    .rows("cosell_link")
    .filter(({ attributes }) => textOf(attributes["cosell_opportunityid"]) === blocked);
  expect(links.map(({ attributes }) => attributes["cosell_referralidentifier"])).toEqual([referral.id]);
  expect(both.openMessages()).toEqual([]);
});

describe("a referral that this company has made", () => {
  let shared: string;

  beforeEach(async () => {
    shared = both.create("opportunity", deal("Shared by us", true));
    addSolution(shared);
    await both.pass();
  });

  test("goes to no record whose customer has not agreed, and the answer says what to do", async () => {
    const silent = both.create("opportunity", { ...deal("Nobody asked", false), cosell_syncwithpartnercenter: false });
    await both.pass();

    await expect(give(shared, silent)).rejects.toThrow("has not agreed to be shared with Microsoft");
    expect(row(shared)["cosell_referralidentifier"]).toBe(linkOf(shared)?.attributes["cosell_referralidentifier"]);
    expect(row(silent)["cosell_referralidentifier"] ?? null).toBeNull();
  });

  test("is given to two records at once: one takes it, and no other referral is let go for it", async () => {
    const [first, second] = [blocked, both.create("opportunity", deal("A third deal", true))];
    await both.pass();
    const referralId = textOf(row(shared)["cosell_referralidentifier"]);

    const ends: RunEnd[] = [];
    for (const to of [first, second]) {
      const parameters = { LinkId: guid(linkOf(shared)?.id ?? ""), OpportunityId: guid(to) };
      both.world.platform.call("cosell_MoveReferral", parameters, people.flow, (end) => ends.push(end));
      await both.pass(30);
    }
    await both.pass();

    const holders = [shared, first, second].filter((id) => row(id)["cosell_referralidentifier"] === referralId);
    expect(ends.filter((end) => end.kind === "answered" && !("error" in end.answer))).toHaveLength(1);
    expect(holders).toHaveLength(1);
    expect(textOf(linkOf(holders[0] ?? "")?.attributes["cosell_referralidentifier"])).toBe(referralId);
  });

  test("is told to somebody where it names a record that was given another one", async () => {
    const other = both.create("opportunity", deal("Shared by us, too", true));
    addSolution(other);
    await both.pass();
    const [kept, lost] = [row(shared), row(other)].map((one) => textOf(one["cosell_referralidentifier"]));
    both.write((transaction) => {
      both.world.dataverse.delete("cosell_link", linkOf(other)?.id ?? "", transaction);
    });
    both.change(both.referral(lost ?? ""), { externalReferenceId: shared });
    await both.pass();

    expect(row(shared)["cosell_referralidentifier"]).toBe(kept);
    expect(both.openMessages()).toMatchObject([{ cosell_failurecode: "inbound.recordTaken" }]);
  });
});
