import { InboundWorld, fabrikam, newcomer } from "./InboundWorld";
import { accounts, contacts, people } from "../../../../simulation/world/installRows";

let it: InboundWorld;

beforeEach(async () => {
  it = await InboundWorld.open();
});

test("a deal that Microsoft begins becomes an opportunity of its customer", async () => {
  const referral = it.begin();
  await it.pass();

  expect(it.only("opportunity")).toMatchObject({
    name: "ERP for Fabrikam",
    description: "Begun by Microsoft",
    estimatedvalue: { v: "50000" },
    estimatedclosedate: { v: expect.stringContaining("2027-01-31") as string },
    parentaccountid: { id: accounts[0] },
    parentcontactid: { id: contacts[0] },
    ownerid: { id: people.flow },
    cosell_syncwithpartnercenter: true,
    cosell_referralidentifier: referral.id,
  });
  expect(it.rows("account")).toHaveLength(2);
  expect(it.rows("cosell_message")).toEqual([]);
  console.log(it.story());
});
