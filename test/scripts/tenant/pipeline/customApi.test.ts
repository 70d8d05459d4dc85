import { baseIds } from "../../../../scripts/tenant/baseTables/baseIds";
import { arrayParameter } from "../../../../scripts/tenant/dataverse/messages/readParameters";
import type { Value } from "../../../../scripts/tenant/dataverse/values";
import { assembly, customApi, opportunityParts, step, together } from "../solution/support/parts";
import { type GivenTenant, caller, givenTenant, importAccepted, stopTenants } from "./support/givenTenant";

const dealId: Value = { $t: "guid", v: "0f9cf1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d" };
const types = { boolean: 0, decimal: 2, float: 6, integer: 7, money: 8, text: 10, texts: 11, guid: 12 };

let tenant: GivenTenant;

beforeEach(async () => {
  tenant = await givenTenant();
});
afterEach(stopTenants);

const givenApi = (api: Parameters<typeof customApi>[0]): Promise<void> =>
  importAccepted(tenant, together(opportunityParts({}), assembly, customApi(api)));

const call = (parameters: Record<string, Value> = {}, as = caller()) =>
  tenant.service.execute("acme_Rate", parameters, as);

test("the plug-in gets the request and its answer goes back", async () => {
  await givenApi({ parameters: { Id: [types.guid, false] }, properties: { Score: types.integer } });
  tenant.runner.plugin = async () => ({ outputParameters: { Score: 7 } });

  const answer = await call({ Id: dealId });

  expect(answer).toEqual({ Score: 7 });
  expect(tenant.runner.invocations).toEqual([
    expect.objectContaining({
      messageName: "acme_Rate",
      typeName: "Acme.Plugins.Deal",
      stage: 30,
      mode: "synchronous",
      depth: 1,
      isInTransaction: true,
      userId: baseIds.kimSeller,
      inputParameters: { Id: dealId },
    }),
  ]);
});

test("the plug-in is handed the bytes of its assembly as they were in the zip", async () => {
  await givenApi({});

  await call();

  expect(Buffer.from(tenant.runner.invocations[0]?.assembly.bytes ?? []).toString()).toMatch(/^MZ/);
});

describe("parameters are checked by their declared types", () => {
  beforeEach(() =>
    givenApi({
      parameters: {
        Id: [types.guid, false],
        Note: [types.text, true],
        Names: [types.texts, true],
        Price: [types.money, true],
      },
    }),
  );

  const refused: [what: string, parameters: Record<string, Value>, words: string][] = [
    ["a required one is missing", {}, "Id"],
    ["a required one is null", { Id: null }, "Id"],
    ["one is not declared", { Id: dealId, Ghost: 1 }, "Ghost"],
    ["a GUID is not a GUID", { Id: "hello" }, "Guid"],
    ["a text is a number", { Id: dealId, Note: 5 }, "String"],
    ["a list of texts is a text", { Id: dealId, Names: "hello" }, "StringArray"],
    ["an amount is a text", { Id: dealId, Price: "5" }, "Money"],
  ];
  test.each(refused)("refused when %s", async (_what, parameters, words) => {
    await expect(call(parameters)).rejects.toMatchObject({
      httpStatus: 400,
      message: expect.stringContaining(words) as string,
    });
    expect(tenant.runner.invocations).toEqual([]);
  });

  test("plain numbers and GUIDs reach the plug-in with their kind", async () => {
    await call({ Id: "0F9CF1B4-3C3E-4A6B-8B8E-0D2F3A4B5C6D", Price: 12.5, Names: arrayParameter(["a"]) });

    expect(tenant.runner.invocations[0]?.inputParameters).toEqual({
      Id: dealId,
      Price: { $t: "money", v: "12.5" },
      Names: ["a"],
    });
  });
});

test.each([
  ["it does not declare", { Ghost: 1 }],
  ["of another type", { Score: "seven" }],
])("an output parameter %s is the plug-in's fault", async (_what, outputParameters: Record<string, Value>) => {
  await givenApi({ properties: { Score: types.integer } });
  tenant.runner.plugin = async () => ({ outputParameters });

  await expect(call()).rejects.toMatchObject({ code: "0x80040265" });
});

describe("the execute privilege", () => {
  beforeEach(() => givenApi({ privilege: "prvCreateOpportunity" }));

  test("opens the custom API to a role that gives it", async () => {
    await expect(call()).resolves.toEqual({});
  });

  test("closes it to a user without such a role", async () => {
    await tenant.rows.deleteWhere("systemuserroles", { systemuserid: baseIds.kimSeller });

    await expect(call()).rejects.toMatchObject({ code: "0x80040220", httpStatus: 403 });
    expect(tenant.runner.invocations).toEqual([]);
  });

  test("binds neither a System Administrator nor SYSTEM", async () => {
    await expect(call({}, caller(baseIds.alexAdmin))).resolves.toEqual({});
    await expect(call({}, caller(null))).resolves.toEqual({});
  });
});

describe("the main operation is one transaction", () => {
  beforeEach(() => givenApi({}));

  const renamed = async () => (await tenant.rows.read("account", ["name"], { name: "Renamed" })).length;
  const rename = { $t: "entity", table: "account", attributes: { name: "Renamed" } } as const;

  test("what the plug-in wrote stays when it completes", async () => {
    tenant.runner.plugin = async (_invocation, service) => {
      await service.create(rename, caller());
      return undefined;
    };

    await call();

    expect(await renamed()).toBe(1);
  });

  test("what it wrote is gone when it throws, and its words reach the caller", async () => {
    tenant.runner.plugin = async (_invocation, service) => {
      await service.create(rename, caller());
      return { kind: "faulted", code: "0x80040265", message: "Not like this.", retry: false, trace: ["one", "two"] };
    };

    await expect(call()).rejects.toMatchObject({ code: "0x80040265", message: "Not like this.", httpStatus: 400 });
    expect(await renamed()).toBe(0);
  });

  test("what it wrote is gone when it swallows an error of the service", async () => {
    tenant.runner.plugin = async (_invocation, service) => {
      await service.create(rename, caller());
      await service.create({ ...rename, attributes: { name: "x".repeat(500) } }, caller()).catch(() => undefined);
      return undefined;
    };

    await expect(call()).rejects.toMatchObject({ code: "0x8009000c" });
    expect(await renamed()).toBe(0);
  });

  test("calls that come from elsewhere, such as a pipe, are part of it", async () => {
    const pipe = new Promise<() => Promise<void>>((resolve) => {
      tenant.runner.plugin = (_invocation, service) =>
        new Promise((done) => {
          resolve(async () => {
            await service.create(rename, caller());
            done({ kind: "faulted", code: "0x80040265", message: "Undo it.", retry: false, trace: [] });
          });
        });
    });
    const running = call();

    await (
      await pipe
    )();

    await expect(running).rejects.toMatchObject({ message: "Undo it." });
    expect(await renamed()).toBe(0);
  });

  test("the trace log survives the rollback", async () => {
    tenant.runner.plugin = async () => ({
      kind: "faulted",
      code: "0x80040265",
      message: "No.",
      retry: false,
      trace: ["one", "two"],
    });

    await call().catch(() => undefined);
    await tenant.drainJobs();

    expect(await tenant.rows.read("plugintracelog", ["messagename", "messageblock", "exceptiondetails"])).toEqual([
      { messagename: "acme_Rate", messageblock: "one\ntwo", exceptiondetails: "No. (0x80040265)" },
    ]);
  });
});

test("a plug-in past its time is told as the platform tells it", async () => {
  await givenApi({});
  tenant.runner.plugin = async () => ({ kind: "timedOut", trace: ["began"] });

  await expect(call()).rejects.toMatchObject({
    code: "0x80081111",
    message: expect.stringContaining("Acme.Plugins.Deal") as string,
  });
});

test("a custom API that calls itself is stopped at depth 8", async () => {
  await givenApi({});
  tenant.runner.plugin = async (invocation, service) => {
    await service.execute("acme_Rate", {}, caller(baseIds.kimSeller, invocation.depth + 1));
    return undefined;
  };

  await expect(call()).rejects.toMatchObject({ code: "0x80044182" });
  expect(tenant.runner.invocations.map((each) => each.depth)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("a message nobody knows is refused", async () => {
  await expect(tenant.service.execute("acme_Ghost", {}, caller())).rejects.toMatchObject({ code: "0x80044180" });
});

test("an import is seen at once: what runs is what is installed", async () => {
  await givenApi({});
  await call();
  await importAccepted(
    tenant,
    { ...together(opportunityParts({}), assembly, step()), version: "2.0.0.0" },
    { mode: "upgrade" },
  );

  await expect(call()).rejects.toMatchObject({ code: "0x80044180" });
});

test("a secret is the value of its environment variable", async () => {
  const id = await tenant.rows.create("environmentvariabledefinition", { schemaname: "acme_Secret", type: 100000005 });
  await tenant.rows.create("environmentvariablevalue", {
    schemaname: "acme_Secret",
    value: "s3cret",
    environmentvariabledefinitionid: id,
  });
  const read = (name: string) =>
    tenant.service.execute("RetrieveEnvironmentVariableSecretValue", { EnvironmentVariableName: name }, caller());

  expect(await read("acme_Secret")).toEqual({ EnvironmentVariableSecretValue: "s3cret" });
  await expect(read("acme_Ghost")).rejects.toMatchObject({ code: "0x80040217" });
});

test("a plug-in that takes its process with it is told as a crash, and the next call works", async () => {
  await givenApi({});
  tenant.runner.plugin = async () => {
    throw new Error("the process is gone");
  };
  await expect(call()).rejects.toMatchObject({ code: "0x8004418d" });

  tenant.runner.plugin = async () => undefined;
  await expect(call()).resolves.toEqual({});
});
