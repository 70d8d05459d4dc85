import { baseIds } from "../../../../scripts/tenant/baseTables/baseIds";
import { sampleId } from "../../../../scripts/tenant/baseTables/sampleData";
import type { PluginInvocation } from "../../../../scripts/tenant/sandboxWorker/PluginRunner";
import { type TestStep, assembly, ids, image, opportunityParts, step, together } from "../solution/support/parts";
import { reviewTable } from "../solution/support/reviewTable";
import { type GivenTenant, caller, givenTenant, importAccepted, stopTenants } from "./support/givenTenant";

const deal = sampleId("opportunity", "migration");
const otherStep = ids.view;

let tenant: GivenTenant;

beforeEach(async () => {
  tenant = await givenTenant();
});
afterEach(stopTenants);

const givenSteps = (...steps: TestStep[]): Promise<void> =>
  importAccepted(tenant, together(opportunityParts({}), assembly, ...steps.map((each) => step(each))));

const rename = (name = "Renamed", as = caller()) =>
  tenant.service.update({ $t: "entity", table: "opportunity", id: deal, attributes: { name } }, as);

const nameOfDeal = async () => (await tenant.service.retrieve("opportunity", deal, ["name"], caller())).attributes.name;

const placeOf = ({ messageName, stage, isInTransaction }: PluginInvocation) => ({
  messageName,
  stage,
  isInTransaction,
});

describe("synchronous steps", () => {
  test("run in their stages: 10 before the transaction, 20 and 40 inside it", async () => {
    await givenSteps({ stage: 40 }, { id: otherStep, stage: 10 }, { id: ids.cell, stage: 20 });

    await rename();

    expect(tenant.runner.invocations.map(placeOf)).toEqual([
      { messageName: "Update", stage: 10, isInTransaction: false },
      { messageName: "Update", stage: 20, isInTransaction: true },
      { messageName: "Update", stage: 40, isInTransaction: true },
    ]);
  });

  test("undo the operation when one of them throws", async () => {
    await givenSteps({ stage: 40 });
    tenant.runner.plugin = async () => ({
      kind: "faulted",
      code: "0x80040265",
      message: "Keep the name.",
      retry: false,
      trace: [],
    });

    await expect(rename()).rejects.toMatchObject({ code: "0x80040265", message: "Keep the name." });
    expect(await nameOfDeal()).not.toBe("Renamed");
  });

  test("see a new row by its id after it was created", async () => {
    await givenSteps({ message: "create" });

    const id = await tenant.service.create(
      { $t: "entity", table: "opportunity", attributes: { name: "New" } },
      caller(),
    );

    expect(tenant.runner.invocations[0]).toMatchObject({
      messageName: "Create",
      primaryEntityId: id,
      primaryEntityName: "opportunity",
    });
  });

  test("get the deleted row as a reference", async () => {
    await givenSteps({ message: "delete" });

    await tenant.service.delete("opportunity", deal, caller());

    expect(tenant.runner.invocations[0]?.inputParameters).toEqual({
      Target: { $t: "ref", table: "opportunity", id: deal },
    });
  });

  test("are not run for other tables", async () => {
    await givenSteps({ message: "create" });

    await tenant.service.create({ $t: "entity", table: "account", attributes: { name: "New" } }, caller());

    expect(tenant.runner.invocations).toEqual([]);
  });

  test("with filtering columns run only for updates that write one of them", async () => {
    await givenSteps({ filteringAttributes: "acme_score,estimatedvalue" });

    await rename();
    expect(tenant.runner.invocations).toHaveLength(0);

    await tenant.service.update(
      { $t: "entity", table: "opportunity", id: deal, attributes: { acme_score: 1 } },
      caller(),
    );
    expect(tenant.runner.invocations).toHaveLength(1);
  });

  test("see the row as it was and as it is", async () => {
    await givenSteps({ images: image("pre", 0, "name") + image("post", 1, "name,acme_score") });
    const before = await nameOfDeal();

    await rename("After");

    const [run] = tenant.runner.invocations;
    expect(run?.preImages.pre?.attributes).toMatchObject({ name: before });
    expect(run?.postImages.post?.attributes).toMatchObject({ name: "After" });
  });

  test("run for every row of a multiple operation", async () => {
    await givenSteps({ message: "create" });
    const rows = ["One", "Two"].map((name) => ({ $t: "entity", table: "opportunity", attributes: { name } }) as const);

    await tenant.service.execute(
      "CreateMultiple",
      { Targets: { $t: "entities", table: "opportunity", rows } },
      caller(),
    );

    expect(tenant.runner.invocations).toHaveLength(2);
  });

  test("that set themselves off are stopped at depth 8, and nothing is written", async () => {
    await givenSteps({});
    tenant.runner.plugin = async ({ depth }, service) => {
      await service.update(
        { $t: "entity", table: "opportunity", id: deal, attributes: { name: `Depth ${depth}` } },
        caller(baseIds.kimSeller, depth + 1),
      );
      return undefined;
    };

    await expect(rename()).rejects.toMatchObject({ code: "0x80044182" });
    expect(await nameOfDeal()).not.toMatch(/Depth|Renamed/);
    expect(tenant.runner.invocations).toHaveLength(8);
  });
});

test("a row that is named by its alternate key is the row steps are about", async () => {
  const publisher = {
    $t: "entity",
    table: "publisher",
    keys: { uniquename: "Microsoft" },
    attributes: { description: "D" },
  } as const;
  await importAccepted(tenant, together(opportunityParts({}), assembly, step({ table: "publisher" })));
  const [row] = await tenant.rows.read("publisher", ["publisherid"], { uniquename: "Microsoft" });

  await tenant.service.update(publisher, caller(baseIds.alexAdmin));

  expect(tenant.runner.invocations[0]?.primaryEntityId).toBe(row?.publisherid);
});

test("rows that are deleted with their parent have their own events, with the row as it was", async () => {
  await importAccepted(
    tenant,
    together(
      reviewTable(),
      assembly,
      step({ message: "delete", table: "acme_review", images: image("pre", 0, "acme_name") }),
    ),
  );
  const dealRef = { $t: "ref", table: "opportunity", id: deal } as const;
  const attributes = { acme_name: "R1", acme_dealid: dealRef };
  const id = await tenant.service.create({ $t: "entity", table: "acme_review", attributes }, caller(baseIds.alexAdmin));

  await tenant.service.delete("opportunity", deal, caller(baseIds.alexAdmin));

  const [run] = tenant.runner.invocations;
  expect(run).toMatchObject({ messageName: "Delete", primaryEntityName: "acme_review", primaryEntityId: id });
  expect(run?.preImages.pre?.attributes).toMatchObject({ acme_name: "R1" });
  await expect(tenant.service.retrieve("acme_review", id, "all", caller(baseIds.alexAdmin))).rejects.toMatchObject({
    code: "0x80040217",
  });
});

test("a plug-in that never answers is given up", async () => {
  const impatient = await givenTenant({ limitMs: 20 });
  await importAccepted(impatient, together(opportunityParts({}), assembly, step()));
  impatient.runner.plugin = () => new Promise(() => undefined);

  const saving = impatient.service.update(
    { $t: "entity", table: "opportunity", id: deal, attributes: { name: "X" } },
    caller(),
  );

  await expect(saving).rejects.toMatchObject({ code: "0x80081111" });
});
