import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baseTables } from "../../../../scripts/tenant/baseTables/baseTables";
import { baseForms } from "../../../../scripts/tenant/baseTables/forms/baseForms";
import { toFormXml } from "../../../../scripts/tenant/baseTables/forms/toFormXml";
import { sampleData, sampleId } from "../../../../scripts/tenant/baseTables/sampleData";
import { baseViews } from "../../../../scripts/tenant/baseTables/views/baseViews";
import { toViewXml } from "../../../../scripts/tenant/baseTables/views/toViewXml";
import { baseIds } from "../../../../scripts/tenant/baseTables/baseIds";
import { formProblems } from "../../../../scripts/tenant/solution/forms/formProblems";
import { parseXml } from "../../../../scripts/tenant/solution/parseXml";
import { caller, givenTenant, stopTenants } from "../pipeline/support/givenTenant";

const tables = baseTables.map(({ table }) => table);
const relationships = baseTables.flatMap((each) => each.relationships);
const findTable = (name: string) => tables.find((table) => table.logicalName === name);

const repeated = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

describe("base tables", () => {
  test("have names of their own", () => {
    expect(repeated(tables.map((table) => table.logicalName))).toEqual([]);
    expect(repeated(tables.map((table) => table.entitySetName))).toEqual([]);
    expect(repeated(relationships.map((relationship) => relationship.schemaName))).toEqual([]);
  });

  test.each(tables.map((table) => [table.logicalName, table] as const))(
    "%s has its key, its name and no column twice",
    (_name, table) => {
      const columns = table.columns.map((column) => column.logicalName);
      expect(columns).toEqual(expect.arrayContaining([table.primaryId, table.primaryName]));
      expect(repeated(columns)).toEqual([]);
      expect(table.columns.filter((column) => column.type === "primarykey")).toHaveLength(1);
      expect(table.keys.flatMap((key) => key.columns).filter((column) => !columns.includes(column))).toEqual([]);
    },
  );

  test("join tables that are there, by lookups that point to them", () => {
    for (const { referencingTable, referencingColumn, referencedTable } of relationships) {
      const column = findTable(referencingTable)?.columns.find((each) => each.logicalName === referencingColumn);
      expect(findTable(referencedTable)).toBeDefined();
      expect(column?.targets).toContain(referencedTable);
    }
  });

  test("have a relationship for each lookup", () => {
    const lookups = tables.flatMap((table) =>
      table.columns.filter((column) => column.targets).map((column) => `${table.logicalName}.${column.logicalName}`),
    );
    const joined = new Set(relationships.map((each) => `${each.referencingTable}.${each.referencingColumn}`));
    expect(lookups.filter((lookup) => !joined.has(lookup))).toEqual([]);
  });

  test("have the columns of Opportunity that synchronizations rely on, by their real names and kinds", () => {
    const kinds = Object.fromEntries(
      (findTable("opportunity")?.columns ?? []).map((column) => [column.logicalName, column.type]),
    );
    expect(kinds).toMatchObject({
      opportunityid: "primarykey",
      name: "nvarchar",
      estimatedvalue: "money",
      estimatedclosedate: "datetime",
      parentaccountid: "lookup",
      parentcontactid: "lookup",
      customerid: "customer",
      transactioncurrencyid: "lookup",
      description: "ntext",
      ownerid: "owner",
      statecode: "state",
      statuscode: "status",
    });
  });
});

describe("base forms and views", () => {
  test.each(baseForms.map((form) => [form.name, form] as const))(
    "the form %s is sound FormXml over columns of its table",
    (_name, form) => {
      const parsed = parseXml("form", toFormXml(form));
      if (!parsed.ok) throw new Error(parsed.finding.message);
      expect(formProblems(parsed.root)).toEqual([]);
    },
  );

  test("a form over a column the table does not have is a mistake of ours, and throws", () => {
    const [form] = baseForms;
    if (!form) throw new Error("there are no base forms");
    expect(() => toFormXml({ ...form, header: ["ghost"] })).toThrow(/ghost/);
  });

  test("every table that is worked with has a default view and a lookup view", () => {
    for (const name of ["opportunity", "account", "contact", "lead"]) {
      const own = baseViews.filter((view) => view.table.table.logicalName === name);
      expect(own.filter((view) => view.queryType === 0 && view.isDefault)).toHaveLength(1);
      expect(own.filter((view) => view.queryType === 64)).toHaveLength(1);
    }
  });

  test("every view can be fetched", async () => {
    const tenant = await givenTenant();
    for (const view of baseViews) {
      await expect(tenant.service.fetch(toViewXml(view).fetchXml, caller())).resolves.toMatchObject({
        moreRecords: false,
      });
    }
    await stopTenants();
  });
});

describe("sample data", () => {
  afterEach(stopTenants);

  test("has rows with ids that stay the same", () => {
    const ids = sampleData(new Date(0)).map(({ id }) => id);
    expect(repeated(ids)).toEqual([]);
    expect(sampleId("opportunity", "migration")).toBe("14ce4bf3-0501-5bec-bbec-45a1890e3209");
  });

  test("has sellers with everything a deal needs of them", async () => {
    const { rows } = await givenTenant();
    const columns = ["firstname", "lastname", "fullname", "internalemailaddress", "address1_telephone1"];
    const [kim] = await rows.read("systemuser", columns, { systemuserid: baseIds.kimSeller });
    expect(kim).toEqual({
      firstname: "Kim",
      lastname: "Seller",
      fullname: "Kim Seller",
      internalemailaddress: "kim.seller@contoso.example",
      address1_telephone1: "+49 30 5550101",
    });
  });

  test("has accounts with a two-letter country, with a country's name and with none", async () => {
    const { rows } = await givenTenant();
    const countries = (await rows.read("account", ["address1_country"])).map((row) => row.address1_country);
    expect(new Set(countries)).toEqual(new Set(["DE", "US", "PL", "United Kingdom", undefined]));
  });

  test("has deals that close after today", async () => {
    const now = new Date("2031-05-05T00:00:00Z");
    const { rows } = await givenTenant({ clock: () => now });
    const dates = (await rows.read("opportunity", ["estimatedclosedate"])).flatMap(
      (row) => row.estimatedclosedate ?? [],
    );
    expect(dates).toHaveLength(3);
    expect(dates.every((date) => Date.parse(String(date)) > now.getTime())).toBe(true);
  });

  test("is installed once: a second start of the same folder adds nothing", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tenant-"));
    const first = await givenTenant({ folder });
    const before = await first.rows.read("opportunity", ["name"]);
    await stopTenants();

    const second = await givenTenant({ folder });

    expect(await second.rows.read("opportunity", ["name"])).toEqual(before);
    await stopTenants();
    await rm(folder, { recursive: true });
  });
});
