import { sampleId } from "../../../../../scripts/tenant/baseTables/sampleData";
import type { EntityValue, Value } from "../../../../../scripts/tenant/dataverse/values";
import { type GivenTenant, caller, givenTenant, importAccepted, stopTenants } from "../../pipeline/support/givenTenant";
import { type TestStep, assembly, ids, opportunityParts, step, together } from "../../solution/support/parts";

const deal = sampleId("opportunity", "migration");

let tenant: GivenTenant;

beforeEach(async () => {
  tenant = await givenTenant({ clock: () => new Date("2026-03-04T10:20:30Z") });
});
afterEach(stopTenants);

const opt = (v: number): Value => ({ $t: "opt", v });
const closing = (attributes: Record<string, Value> = {}): EntityValue => ({
  $t: "entity",
  table: "opportunityclose",
  attributes: { opportunityid: { $t: "ref", table: "opportunity", id: deal }, subject: "Closed", ...attributes },
});

const close = (request: string, status: Value, OpportunityClose = closing()) =>
  tenant.service.execute(request, { OpportunityClose, Status: status }, caller());
const update = (attributes: Record<string, Value>) =>
  tenant.service.update({ $t: "entity", table: "opportunity", id: deal, attributes }, caller());
const read = async () => (await tenant.service.retrieve("opportunity", deal, "all", caller())).attributes;
const activities = async () => tenant.rows.read("opportunityclose", ["opportunityid", "statecode", "actualrevenue"]);

const givenSteps = (...steps: TestStep[]): Promise<void> =>
  importAccepted(tenant, together(opportunityParts({}), assembly, ...steps.map((each) => step(each))));

test("winning sets state, status reason, close date and revenue, and leaves a completed activity", async () => {
  const revenue: Value = { $t: "money", v: "120000" };
  await close(
    "WinOpportunity",
    opt(3),
    closing({ actualrevenue: revenue, actualend: { $t: "dt", v: "2026-03-01T00:00:00Z" } }),
  );

  expect(await read()).toMatchObject({
    statecode: opt(1),
    statuscode: opt(3),
    actualvalue: { $t: "money", v: "120000" },
    actualclosedate: { $t: "dt", v: "2026-03-01T00:00:00Z" },
  });
  expect(await activities()).toEqual([{ opportunityid: deal, statecode: 1, actualrevenue: "120000" }]);
});

test.each([
  [4, 4],
  [5, 5],
  [-1, 4],
])("losing with status %i sets status reason %i, and closes today when nobody says when", async (asked, expected) => {
  await close("LoseOpportunity", opt(asked));

  expect(await read()).toMatchObject({
    statecode: opt(2),
    statuscode: opt(expected),
    actualclosedate: { $t: "dt", v: "2026-03-04T00:00:00Z" },
  });
});

test.each(["WinOpportunity", "LoseOpportunity"])("what is closed already is refused to %s", async (request) => {
  await close("LoseOpportunity", opt(4));

  await expect(close(request, opt(-1))).rejects.toMatchObject({ message: "The opportunity has already been closed." });
  expect(await activities()).toHaveLength(1);
});

test("a status reason of another state is refused, and nothing is left behind", async () => {
  await expect(close("WinOpportunity", opt(4))).rejects.toMatchObject({ code: "0x80048408" });

  expect((await read()).statecode).toEqual(opt(0));
  expect(await activities()).toEqual([]);
});

test("a request without the opportunity, the activity or the status is refused", async () => {
  const nothing: EntityValue = { $t: "entity", table: "opportunityclose", attributes: {} };
  const another: EntityValue = { $t: "entity", table: "opportunity", attributes: {} };
  for (const parameters of [
    { Status: opt(3) },
    { OpportunityClose: closing() },
    { OpportunityClose: nothing, Status: opt(3) },
    { OpportunityClose: another, Status: opt(3) },
  ])
    await expect(tenant.service.execute("WinOpportunity", parameters, caller())).rejects.toMatchObject({
      code: "0x80040203",
    });
});

test.each([
  [1, "won"],
  [2, "lost"],
])("a plain update to state %i is refused in the words of Dataverse", async (state, label) => {
  await expect(update({ statecode: opt(state) })).rejects.toMatchObject({
    code: "0x80100005",
    message: `This message can not be used to set the state of opportunity to ${label}. In order to set state of opportunity to ${label}, use the ${label} message instead.`,
  });
});

test("a plain update reopens a closed opportunity", async () => {
  await close("WinOpportunity", opt(3));
  await update({ statecode: opt(0) });

  expect(await read()).toMatchObject({ statecode: opt(0), statuscode: opt(1) });
});

test("other columns of a closed opportunity can be written, its own state along with them", async () => {
  await close("WinOpportunity", opt(3));
  await update({ name: "Won deal", statecode: opt(1) });

  expect(await read()).toMatchObject({ name: "Won deal", statecode: opt(1), statuscode: opt(3) });
});

test("steps on the message get the closing activity and the status; steps on Update see the state", async () => {
  await givenSteps({ message: "win" }, { id: ids.view, filteringAttributes: "statecode" });

  await close("WinOpportunity", opt(3));

  expect(tenant.runner.invocations).toMatchObject([
    { messageName: "Update", primaryEntityName: "opportunity", primaryEntityId: deal },
    {
      messageName: "Win",
      primaryEntityName: "opportunity",
      primaryEntityId: null,
      inputParameters: { OpportunityClose: closing(), Status: opt(3) },
    },
  ]);
});

test("steps on the creation of the closing activity know the opportunity, and the job finds it closed", async () => {
  await givenSteps({ message: "create", table: "opportunityclose", isAsynchronous: true });
  let state: Value | undefined;
  tenant.runner.plugin = async (_invocation, service) => {
    state = (await service.retrieve("opportunity", deal, ["statecode"], caller())).attributes.statecode;
    return undefined;
  };

  await close("LoseOpportunity", opt(5));
  await tenant.drainJobs();

  expect(tenant.runner.invocations).toMatchObject([
    {
      messageName: "Create",
      primaryEntityName: "opportunityclose",
      inputParameters: {
        Target: { attributes: { opportunityid: { id: deal }, opportunitystatuscode: opt(5), subject: "Closed" } },
      },
    },
  ]);
  expect(state).toEqual(opt(2));
});

test("a step that throws undoes the closing", async () => {
  await givenSteps({ message: "lose" });
  tenant.runner.plugin = async () => ({ kind: "faulted", code: "0x80040265", message: "No.", retry: false, trace: [] });

  await expect(close("LoseOpportunity", opt(4))).rejects.toMatchObject({ code: "0x80040265" });

  expect((await read()).statecode).toEqual(opt(0));
  expect(await activities()).toEqual([]);
});

test("an asynchronous step on Win leaves a job", async () => {
  await givenSteps({ message: "win", isAsynchronous: true });

  await close("WinOpportunity", opt(-1));
  await tenant.drainJobs();

  expect(tenant.runner.invocations).toMatchObject([
    { messageName: "Win", mode: "asynchronous", isInTransaction: false },
  ]);
});

test("the message name of steps is not a request", async () => {
  await expect(close("Win", opt(3))).rejects.toMatchObject({ code: "0x80044180" });
});
