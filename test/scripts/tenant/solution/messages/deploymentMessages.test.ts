import { randomUUID } from "node:crypto";
import { baseIds } from "../../../../../scripts/tenant/baseTables/baseIds";
import type { Value } from "../../../../../scripts/tenant/dataverse/values";
import { caller, givenTenant, stopTenants, type GivenTenant } from "../../pipeline/support/givenTenant";
import { solutionZip } from "../support/solutionZip";
import { wholeSolution } from "../support/wholeSolution";

let tenant: GivenTenant;
beforeAll(async () => {
  tenant = await givenTenant();
});
afterAll(stopTenants);

const file = Buffer.from(solutionZip(wholeSolution)).toString("base64");
const plainly = { OverwriteUnmanagedCustomizations: false, PublishWorkflows: false };
const importing = { ...plainly, CustomizationFile: file };

const execute = (message: string, parameters: Record<string, Value>, userId: string = baseIds.alexAdmin) =>
  tenant.service.execute(message, parameters, caller(userId));

async function stage(zip: string): Promise<Record<string, unknown>> {
  const { StageSolutionResults: results } = await execute("StageSolution", { CustomizationFile: zip });
  return JSON.parse(typeof results === "string" ? results : "{}") as Record<string, unknown>;
}

test("a staged package is judged and not imported, and its import by the upload leaves a job with a log", async () => {
  const staged = await stage(file);
  expect(staged).toMatchObject({ StageSolutionStatus: "Passed", MissingDependencies: [] });
  expect(await tenant.rows.read("solution", ["version"], { uniquename: "AcmeDeal" })).toEqual([]);

  const jobId = randomUUID();
  const SolutionParameters = JSON.stringify({ StageSolutionUploadId: staged["StageSolutionUploadId"] });
  const answer = await execute("ImportSolutionAsync", {
    ...plainly,
    ImportJobId: { $t: "guid", v: jobId },
    SolutionParameters,
  });
  await tenant.drainJobs();

  expect(answer.ImportJobKey).toBe(jobId);
  const id =
    typeof answer.AsyncOperationId === "object" && answer.AsyncOperationId?.$t === "guid" && answer.AsyncOperationId.v;
  const columns = ["statecode", "statuscode", "operationtype"];
  expect(await tenant.rows.read("asyncoperation", columns, { asyncoperationid: String(id) })).toEqual([
    { statecode: 3, statuscode: 30, operationtype: 203 },
  ]);
  const [job] = await tenant.rows.read("importjob", ["progress", "data"], { importjobid: jobId });
  expect(job?.data).toMatch(/^<importexportxml .*<UniqueName>AcmeDeal<\/UniqueName>/);
  await expect(
    execute("ImportSolutionAsync", { ...importing, ImportJobId: { $t: "guid", v: jobId } }),
  ).rejects.toMatchObject({ code: "0x80040237" });
});

test("what is no solution is staged as failed, and has no upload", async () => {
  expect(await stage(Buffer.from("no zip").toString("base64"))).toMatchObject({
    StageSolutionStatus: "Failed",
    StageSolutionUploadId: "00000000-0000-0000-0000-000000000000",
    SolutionValidationResults: [{ SolutionValidationResultType: "Error" }],
  });
});

test("an import that fails ends its job as failed, with why", async () => {
  const CustomizationFile = Buffer.from("no zip").toString("base64");
  await execute("ImportSolutionAsync", { ...importing, CustomizationFile });
  await tenant.drainJobs();

  const jobs = await tenant.rows.read("asyncoperation", ["friendlymessage"], { statuscode: 31 });
  expect(jobs).toEqual([{ friendlymessage: expect.stringContaining("The import failed.") as unknown }]);
});

test("a promotion without a holding solution ends its job as failed", async () => {
  await execute("DeleteAndPromoteAsync", { UniqueName: "Nobody" });
  await tenant.drainJobs();

  expect(await tenant.rows.read("asyncoperation", ["statuscode"], { operationtype: 207 })).toEqual([
    { statuscode: 31 },
  ]);
});

test.each(["OverwriteUnmanagedCustomizations", "ConvertToManaged", "SkipProductUpdateDependencies"])(
  "%s is refused by name, as the tenant does not do it",
  async (name) => {
    await expect(execute("ImportSolutionAsync", { ...importing, [name]: true })).rejects.toMatchObject({
      message: expect.stringContaining(name) as unknown,
    });
  },
);

test("an upload that nobody staged, and components of other kinds, are refused", async () => {
  const SolutionParameters = JSON.stringify({ StageSolutionUploadId: randomUUID() });
  const ComponentParameters: Value = {
    $t: "entities",
    table: "account",
    rows: [{ $t: "entity", table: "account", attributes: {} }],
  };

  await expect(execute("ImportSolutionAsync", { ...plainly, SolutionParameters })).rejects.toMatchObject({
    code: "0x80040217",
  });
  await expect(execute("ImportSolutionAsync", { ...importing, ComponentParameters })).rejects.toMatchObject({
    message: expect.stringContaining("rows of account") as unknown,
  });
});

test.each([
  ["StageSolution", { CustomizationFile: file }, "prvImportCustomization"],
  ["ImportSolutionAsync", importing, "prvImportCustomization"],
  ["DeleteAndPromoteAsync", { UniqueName: "AcmeDeal" }, "prvImportCustomization"],
  ["PublishAllXml", {}, "prvPublishCustomization"],
])("a seller may not call %s", async (message, parameters, privilege) => {
  await expect(execute(message, parameters, baseIds.kimSeller)).rejects.toMatchObject({
    code: "0x80040220",
    message: expect.stringContaining(privilege) as unknown,
  });
});
