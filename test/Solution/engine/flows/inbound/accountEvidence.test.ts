import { choices } from "../../../../../Solution/engine/domain/schema";
import { failureKinds } from "../../../../../Solution/engine/domain/failure/failureKinds";
import type { Attributes } from "../../../../simulation/dataverse/values";
import { accounts } from "../../../../simulation/world/installRows";
import { fabrikam, InboundWorld, newcomer } from "./InboundWorld";

/* Which account is the customer of a deal that comes in: the evidence decides, and where it does not, a person is asked. */

let both: InboundWorld;

beforeEach(async () => {
  both = await InboundWorld.open();
  both.set("cosell_DunsFieldName", "accountnumber");
});

const addAccount = (attributes: Attributes): string => both.create("account", attributes);

/** The customer of the deal that came in; nobody where a person was asked. */
const customer = async (deal: Readonly<Record<string, unknown>>): Promise<string> => {
  both.begin(deal);
  await both.pass();
  const [opportunity] = both.rows("opportunity");
  return (opportunity?.attributes["parentaccountid"] as { id: string } | undefined)?.id ?? "nobody";
};

const asksAdministrator = (): void => {
  const { words } = failureKinds["inbound.accountAmbiguous"];
  expect(both.messages()).toMatchObject([
    {
      cosell_state: { v: choices.messageState.parked },
      cosell_parkedfor: { v: choices.failureOwner.administrator },
      cosell_failurecode: "inbound.accountAmbiguous",
      cosell_detail: expect.stringContaining(words) as string,
    },
  ]);
  expect([both.rows("opportunity"), both.rows("cosell_link")]).toEqual([[], []]);
};

test("name and postal code are enough", async () => {
  expect(await customer(fabrikam)).toBe(accounts[0]);
  expect(both.messages()).toEqual([]);
});

test("two accounts of one name and place ask, with the words, the names and the ids of both, and nothing is made", async () => {
  const twin = addAccount({ name: "Fabrikam", address1_postalcode: "0150" });

  expect(await customer(fabrikam)).toBe("nobody");

  asksAdministrator();
  const detail = both.messages()[0]?.["cosell_detail"];
  for (const named of ["Fabrikam, 0150", twin, accounts[0]]) expect(detail).toContain(named);
  expect(both.rows("account")).toHaveLength(3);
});

test("a domain tells the two apart", async () => {
  const right = addAccount({
    name: "Fabrikam",
    address1_postalcode: "0150",
    websiteurl: "https://www.fabrikam.example",
  });

  expect(await customer(fabrikam)).toBe(right);
});

test("a DUNS number tells the two apart, and is better than the name of a company that moved", async () => {
  const right = addAccount({ name: "Fabrikam", address1_postalcode: "0150", accountnumber: "12-345-6789" });
  const moved = addAccount({ name: "Newcomer Group", address1_postalcode: "99999", accountnumber: "987654321" });

  both.begin({ ...fabrikam, dunsNumber: "123456789" });
  both.begin({ ...newcomer, dunsNumber: "987654321" });
  await both.pass();

  const found = both.rows("opportunity").map(({ attributes }) => (attributes["parentaccountid"] as { id: string }).id);
  expect(found.sort()).toEqual([right, moved].sort());
});

test("once the accounts are merged, a replay makes the record and ends the question", async () => {
  const twin = addAccount({ name: "Fabrikam", address1_postalcode: "0150" });
  expect(await customer(fabrikam)).toBe("nobody");

  both.write((transaction) => both.world.dataverse.delete("account", twin, transaction));
  await both.call("cosell_Replay", {});
  await both.pass();
  // The new record's own step may have been at it when the replay's job wanted to look once more.
  await both.call("cosell_RunMaintenance", {});

  expect(both.only("opportunity")).toMatchObject({ parentaccountid: { id: accounts[0] } });
  expect(both.openMessages()).toEqual([]);
});
