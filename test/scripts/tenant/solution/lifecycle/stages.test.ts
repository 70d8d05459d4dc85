import { baseIds } from "../../../../../scripts/tenant/baseTables/baseIds";
import type { Value } from "../../../../../scripts/tenant/dataverse/values";
import { caller, type GivenTenant, givenTenant, stopTenants } from "../../pipeline/support/givenTenant";
import { assembly, formDiff, ids, opportunityParts, together } from "../support/parts";
import { solutionZip, type TestSolution } from "../support/solutionZip";
import { wholeSolution } from "../support/wholeSolution";

const admin = caller(baseIds.alexAdmin);
const name = "AcmeDeal";

/** A later version without web resource, view, step, custom API and column. */
const less: TestSolution = {
  ...together(opportunityParts({ forms: formDiff({ column: "name" }), attributes: "" }), assembly),
  version: "2.0.0.0",
};

let tenant: GivenTenant;

beforeEach(async () => {
  tenant = await givenTenant();
  await send("ImportSolution", wholeSolution);
});
afterEach(stopTenants);

async function send(message: string, solution: TestSolution, more: Record<string, Value> = {}): Promise<void> {
  const CustomizationFile = Buffer.from(solutionZip(solution)).toString("base64");
  const given = { OverwriteUnmanagedCustomizations: false, PublishWorkflows: false, CustomizationFile, ...more };
  await tenant.service.execute(message, given, admin);
}

const installed = async () =>
  (await tenant.rows.read("solution", ["uniquename", "version"]))
    .filter((row) => String(row.uniquename).startsWith(name))
    .sort((a, b) => String(a.version).localeCompare(String(b.version)));

const refusalOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );

test("a staged upgrade stands beside the installed version and takes nothing away until it is applied", async () => {
  await send("ImportSolution", less, { HoldingSolution: true });

  expect(await installed()).toEqual([
    { uniquename: name, version: "1.0.0.0" },
    { uniquename: `${name}_Upgrade`, version: "2.0.0.0" },
  ]);
  expect(tenant.catalogue.column("opportunity", "acme_score")).toBeDefined();

  const { SolutionId } = await tenant.service.execute("DeleteAndPromote", { UniqueName: name }, admin);

  expect(await installed()).toEqual([{ uniquename: name, version: "2.0.0.0" }]);
  expect(await tenant.rows.read("solution", ["solutionid"], { uniquename: name })).toEqual([
    { solutionid: SolutionId && typeof SolutionId === "object" && "v" in SolutionId ? SolutionId.v : undefined },
  ]);
  expect(tenant.catalogue.column("opportunity", "acme_score")).toBeUndefined();
  expect(await tenant.rows.read("customapi", ["name"])).toEqual([]);
  expect(await tenant.rows.read("savedquery", ["name"], { savedqueryid: ids.view })).toEqual([]);
});

test("stage and upgrade does both in one, and the next upgrade finds what the last one left", async () => {
  await send("StageAndUpgrade", less);
  await send("StageAndUpgrade", { ...wholeSolution, version: "2.1.0.0" });
  await send("StageAndUpgrade", { ...less, version: "2.2.0.0" });

  expect(await installed()).toEqual([{ uniquename: name, version: "2.2.0.0" }]);
  expect(tenant.catalogue.column("opportunity", "acme_score")).toBeUndefined();
  const [form] = await tenant.rows.read("systemform", ["formxml"], { formid: ids.form });
  expect(String(form?.formxml).match(/tab_acme/g)).toHaveLength(1);
});

test.each(["1.0.0.0", "0.9.0.0"])(
  "an upgrade to version %s over 1.0.0.0 is refused in Dataverse's words",
  async (version) => {
    expect(await refusalOf(send("StageAndUpgrade", { ...wholeSolution, version }))).toMatchObject({
      code: "0x80048541",
      message: expect.stringContaining("must have a higher version than the existing solution") as string,
    });
    expect(await installed()).toEqual([{ uniquename: name, version: "1.0.0.0" }]);
  },
);

test("nothing is imported over a solution with an upgrade that waits", async () => {
  await send("ImportSolution", less, { HoldingSolution: true });

  for (const HoldingSolution of [true, false])
    expect(await refusalOf(send("ImportSolution", { ...less, version: "3.0.0.0" }, { HoldingSolution }))).toMatchObject(
      {
        code: "0x80048539",
        message: expect.stringContaining(`Holding solution ${name}_Upgrade`) as string,
      },
    );
});

test("a staged upgrade cannot be taken away again here, and that is said by name", async () => {
  await send("ImportSolution", less, { HoldingSolution: true });
  const [holding] = await tenant.rows.read("solution", ["solutionid"], { uniquename: `${name}_Upgrade` });
  const id = String(holding?.["solutionid"]);

  expect(await refusalOf(tenant.service.delete("solution", id, admin))).toMatchObject({
    httpStatus: 501,
    message: expect.stringContaining(`${name}_Upgrade`) as string,
  });
  expect(await installed()).toHaveLength(2);
});

test("an upgrade that would take away what a view of the customer's shows waits until the view is changed", async () => {
  const fetchxml = '<fetch><entity name="opportunity"><attribute name="acme_score" /></entity></fetch>';
  const view = { name: "Scores", returnedtypecode: "opportunity", querytype: 0, fetchxml };
  const id = await tenant.rows.create("savedquery", view);

  const refusal = await refusalOf(send("StageAndUpgrade", less));
  expect(refusal).toMatchObject({
    code: "0x8004f01d",
    message: expect.stringContaining("Type: SavedQuery, ObjectName: Scores,") as string,
  });
  expect(tenant.catalogue.column("opportunity", "acme_score")).toBeDefined();

  await tenant.rows.delete("savedquery", id);
  await tenant.service.execute("DeleteAndPromote", { UniqueName: name }, admin);
  expect(await installed()).toEqual([{ uniquename: name, version: "2.0.0.0" }]);
});

test("there is nothing to apply where nothing is staged", async () => {
  expect(await refusalOf(tenant.service.execute("DeleteAndPromote", { UniqueName: name }, admin))).toMatchObject({
    code: "0x80040217",
  });
});
