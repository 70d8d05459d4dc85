import { AsyncResource } from "node:async_hooks";
import { assembly, customApi, ids, opportunityParts, step, together } from "../solution/support/parts";
import { type GivenTenant, caller, givenTenant, importAccepted, stopTenants } from "./support/givenTenant";

const solution = together(opportunityParts({}), assembly, step(), customApi());

let tenant: GivenTenant;

beforeEach(async () => {
  tenant = await givenTenant();
});
afterEach(stopTenants);

const setStep = (state: 0 | 1) =>
  tenant.service.update(
    {
      $t: "entity",
      table: "sdkmessageprocessingstep",
      id: ids.step,
      attributes: { statecode: { $t: "opt", v: state } },
    },
    caller(null),
  );

const renameDeals = async () => {
  const [deal] = await tenant.rows.read("opportunity", ["opportunityid"]);
  const id = String(deal?.opportunityid);
  await tenant.service.update({ $t: "entity", table: "opportunity", id, attributes: { name: "Renamed" } }, caller());
};

test("a step that is switched off runs no more, and again once it is switched on", async () => {
  await importAccepted(tenant, solution);
  await setStep(1);
  await renameDeals();
  expect(tenant.runner.invocations).toHaveLength(0);

  await setStep(0);
  await renameDeals();
  expect(tenant.runner.invocations).toHaveLength(1);
});

test("a step whose switching off was rolled back still runs", async () => {
  await importAccepted(tenant, solution);

  const undone = tenant.transactions.inTransaction(async () => {
    await setStep(1);
    await renameDeals();
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  expect(tenant.runner.invocations).toHaveLength(0);

  await renameDeals();
  expect(tenant.runner.invocations).toHaveLength(1);
});

test("hazard: a plug-in in a transaction does not wait for a reader outside who waits for the transaction", async () => {
  await importAccepted(tenant, solution);
  const outside = new AsyncResource("SomebodyElse");
  let asked: Promise<unknown> | undefined;
  tenant.runner.plugin = async (_invocation, service) => {
    // What is known is forgotten; then somebody outside asks, and stands in line behind this transaction.
    await service.create({ $t: "entity", table: "sdkmessage", attributes: { name: "acme_Other" } }, caller(null, 2));
    asked = outside.runInAsyncScope(() => tenant.customApis.find("acme_Rate"));
    await service.create({ $t: "entity", table: "opportunity", attributes: { name: "Inside" } }, caller(null, 2));
    return undefined;
  };

  await expect(tenant.service.execute("acme_Rate", {}, caller())).resolves.toEqual({});
  await expect(asked).resolves.toMatchObject({ name: "acme_Rate" });
});
