import { randomUUID } from "node:crypto";
import { choices, columns, customApis, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { startDeals, type Deals } from "./support/Deals";
import { sampleDeal } from "./support/sampleDeal";
import type { Body, Sides } from "./support/Sides";

jest.setTimeout(180_000);

const { conflict } = columns;
let tenant: RunningTenant;
let sides: Sides;
let deals: Deals;

beforeAll(async () => {
  ({ tenant, sides, deals } = await startDeals());
});
afterAll(() => tenant.stop());

/** Open rows of a record that ask whether this one is the deal. */
const proposalsOf = (recordId: string, id: string): Promise<readonly Body[]> =>
  sides.rows(
    `${tables.conflict.entitySetName}?$filter=_${conflict.opportunityId}_value eq ${recordId} and ` +
      `${conflict.field} eq 'match/${id}' and ${conflict.state} eq ${choices.conflictState.open}`,
  );

/** A record that a seller has had open, the one that a referral made beside it, and the row that asks about both. */
const meet = async (name: string): Promise<{ id: string; referralId: string; made: string; conflictId: string }> => {
  const id = await deals.prepare(name, { estimatedvalue: 48_000, estimatedclosedate: "2027-04-15" });
  await deals.quiet();
  const offered = await sides.sandbox("POST", "/microsoft/referrals", {
    ...sampleDeal,
    name: `${name}, offered`,
    companyName: "Fabrikam Maschinenbau",
    postalCode: "10115",
  });
  const [row] = await sides.until("The proposal", async () => {
    const rows = await proposalsOf(id, id);
    return rows.length > 0 ? rows : undefined;
  });
  await deals.quiet();
  const [made] = await sides.rows(`opportunities?$select=opportunityid&$filter=name eq '${name}, offered'`);
  return {
    id,
    referralId: String(offered["id"]),
    made: String(made?.["opportunityid"]),
    conflictId: String(row?.[tables.conflict.primaryId]),
  };
};

test("“same deal” gives the referral to the seller's record, and closes the one that was made", async () => {
  const { id, referralId, made, conflictId } = await meet("Known for weeks");
  const { Response } = await sides.call(customApis.resolveConflict, { ConflictId: conflictId, Decision: "sameDeal" });

  expect(Response).toMatchObject({ failure: { code: "referral.answerDue" } });
  const row = await deals.when(id, "The referral", (one) => one["cosell_referralidentifier"] === referralId);
  expect(row).toMatchObject({ name: "Known for weeks", estimatedvalue: 48_000, cosell_syncwithpartnercenter: true });
  expect(await deals.read(made)).toMatchObject({ statecode: 2, cosell_syncwithpartnercenter: false });
  expect(await proposalsOf(made, id)).toEqual([]);
  await deals.quiet();
  expect(deals.referral(referralId)).toMatchObject({ status: "New", name: "Known for weeks, offered" });
  expect(await sides.rows(`${tables.link.entitySetName}?$filter=_cosell_opportunityid_value eq ${made}`)).toEqual([]);
});

test("whoever may not write the record moves nothing", async () => {
  const { made, conflictId } = await meet("Not mine");
  const { rows, service } = tenant.core;
  const domainname = "reader@contoso.example";
  const businessunitid = baseIds.businessUnit;
  const userId = await rows.create("systemuser", { firstname: "A", lastname: "Reader", domainname, businessunitid });
  for (const role of ["Basic User", securityRoles.coSellOperator]) await tenant.core.assignRole(userId, role);
  const caller = { userId, initiatingUserId: userId, depth: 1, correlationId: randomUUID() };
  const parameters = { ConflictId: { $t: "guid", v: conflictId } as const, Decision: "sameDeal" };

  await expect(service.execute(customApis.resolveConflict, parameters, caller)).rejects.toThrow(
    /may not do this|privilege/i,
  );
  expect(await deals.read(made)).toMatchObject({ statecode: 0, cosell_syncwithpartnercenter: true });
});

test("“another deal” is never asked again", async () => {
  const { id, made, conflictId } = await meet("Something else");
  await sides.call(customApis.resolveConflict, { ConflictId: conflictId, Decision: "anotherDeal" });

  expect(await proposalsOf(id, id)).toEqual([]);
  expect(await proposalsOf(made, id)).toEqual([]);
  expect(await deals.read(made)).toMatchObject({ statecode: 0, cosell_syncwithpartnercenter: true });
});
