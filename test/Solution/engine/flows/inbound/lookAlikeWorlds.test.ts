import * as fc from "fast-check";
import { opt, ref, textOf, type Attributes } from "../../../../simulation/dataverse/values";
import { accounts, contacts, currencies, people } from "../../../../simulation/world/installRows";
import { InboundWorld } from "./InboundWorld";

jest.setTimeout(120_000);

/** Records that stand open, or not any more, when Microsoft begins a deal with their customer. */
const kinds = ["certain", "certainElsewhere", "closed", "likely", "sameCustomer", "stranger"] as const;
type Kind = (typeof kinds)[number];

const attributesOf = (kind: Kind, number: string): Attributes => ({
  name: `A record that is ${kind}`,
  description: "Typed by Sam",
  statecode: opt(kind === "closed" ? 2 : 0),
  ownerid: ref("systemuser", people.seller),
  parentaccountid: ref("account", accounts[kind === "certainElsewhere" || kind === "stranger" ? 1 : 0]),
  transactioncurrencyid: ref("transactioncurrency", currencies.NOK),
  ...(kind === "likely"
    ? { parentcontactid: ref("contact", contacts[0]), estimatedvalue: { $t: "money", v: "52000" } }
    : {}),
  ...(["certain", "certainElsewhere", "closed"].includes(kind) ? { cosell_microsoftcrmidentifier: number } : {}),
});

test("whatever records stand beside it, a referral has one link, on the certain record or on a new one, and every likely one is asked about", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { maxLength: 4 }), async (drawn) => {
      const both = await InboundWorld.open();
      both.set("cosell_InboundEnabled", "no");
      const referral = both.begin();
      const number = both.referralOf(referral.engagementId, "msft").microsoftMsxId ?? "";
      const ids = drawn.map((kind) => both.create("opportunity", attributesOf(kind, number)));
      await both.pass();
      both.set("cosell_InboundEnabled", "yes");
      await both.call("cosell_RunMaintenance", {});
      await both.pass();

      const holders = drawn.filter((kind) => ["certain", "certainElsewhere", "closed"].includes(kind));
      const isCertain = holders.length === 1 && holders[0] === "certain";
      const linked = both
        .rows("cosell_link")
        .filter(({ attributes }) => textOf(attributes["cosell_referralidentifier"]) !== "")
        .map(({ attributes }) => textOf(attributes["cosell_opportunityid"]));
      expect(linked).toHaveLength(1);
      const [taker = ""] = linked;
      expect(ids.indexOf(taker)).toBe(isCertain ? drawn.indexOf("certain") : -1);
      expect(both.rows("opportunity")).toHaveLength(ids.length + (isCertain ? 0 : 1));
      const asked = both
        .rows("cosell_conflict")
        .filter(({ attributes }) => textOf(attributes["cosell_field"]).startsWith("match/"))
        .map(({ attributes }) => textOf(attributes["cosell_opportunityid"]));
      const open = (kind: Kind): boolean => kind === "likely" || kind === "certain" || kind === "certainElsewhere";
      const likely = ids.filter((_id, at) => open(drawn[at] ?? "closed")).slice(0, isCertain ? 0 : undefined);
      expect(asked.filter((id) => id !== taker)).toHaveLength(Math.min(3, likely.length));
      expect(likely).toEqual(expect.arrayContaining(asked.filter((id) => id !== taker)));
      expect(both.referral(referral.id).content).toMatchObject({ name: "ERP for Fabrikam", status: "New" });
      for (const { id, attributes } of both.rows("opportunity"))
        if (ids.includes(id)) expect(attributes["description"]).toBe("Typed by Sam");
    }),
    { numRuns: 40, seed: 12 },
  );
});
