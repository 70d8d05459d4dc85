import { DynamicsWebApi } from "dynamics-web-api";
import { startWebApi, type TestWebApi } from "../support/startWebApi";
import { adaId } from "../support/createSales";

let api: TestWebApi;
let client: DynamicsWebApi;

beforeEach(async () => {
  api = await startWebApi();
  client = new DynamicsWebApi({ serverUrl: api.origin, dataApi: { version: "9.2" } });
});
afterEach(() => api.stop());

const collection = "opportunities";

interface Opportunity {
  opportunityid?: string;
  name?: string;
  rating?: number;
}

test("dynamics-web-api creates, reads, pages, updates and deletes opportunities", async () => {
  const name = "A&B #1+2 'quoted' ü";
  const created = await client.create<Opportunity>({ collection, data: { name }, returnRepresentation: true });
  const key = created.opportunityid ?? "";
  expect(created).toMatchObject({ name, rating: 2 });

  const read = await client.retrieve<Opportunity>({ collection, key, select: ["name"], includeAnnotations: "*" });
  expect(read).toMatchObject({ opportunityid: key, name });
  const found = await client.retrieveMultiple({
    collection,
    select: ["name"],
    filter: `name eq '${name.replace(/'/g, "''")}'`,
  });
  expect(found.value).toMatchObject([{ opportunityid: key }]);

  await client.update({ collection, key, data: { name: "Renamed" } });
  for (let index = 0; index < 6; index += 1) await client.create({ collection, data: { name: `more ${index}` } });
  const all = await client.retrieveAll<Opportunity>({
    collection,
    select: ["name"],
    orderBy: ["name"],
    maxPageSize: 2,
  });
  expect(all.value.map((row) => row.name)).toEqual([
    ...Array.from({ length: 6 }, (_, index) => `more ${index}`),
    "Renamed",
  ]);

  await client.deleteRecord({ collection, key });
  await expect(client.retrieve({ collection, key })).rejects.toMatchObject({
    status: 404,
    code: "0x80040217",
    message: `Entity 'opportunity' With Id = ${key} Does Not Exist`,
  });
});

test("dynamics-web-api upserts, calls functions, follows FetchXML pages and reads errors", async () => {
  const key = "11111111-0000-4000-8000-000000000001";
  await client.upsert({ collection, key, data: { name: "One" } });
  await client.upsert({ collection, key, data: { name: "Uno" } });
  for (const name of ["Two", "Three"]) await client.create({ collection, data: { name } });
  await expect(client.callFunction({ name: "WhoAmI" })).resolves.toMatchObject({ UserId: adaId });

  const fetchXml = `<fetch count="2"><entity name="opportunity"><attribute name="name"/><order attribute="name"/></entity></fetch>`;
  const all = await client.fetchAll<Opportunity>({ collection, fetchXml, includeAnnotations: "*" });
  expect(all.value.map(({ name }) => name)).toEqual(["Three", "Two", "Uno"]);
  expect(await client.count({ collection })).toBe(3);

  const wrong = client.create({ collection, data: { nme: "x" } });
  await expect(wrong).rejects.toMatchObject({ status: 400, code: "0x80048d19" });
});

test("dynamics-web-api runs a batch with a change set", async () => {
  client.startBatch();
  void client.create({ collection: "accounts", data: { name: "A" }, contentId: "1" });
  void client.create({
    collection: "contacts",
    data: { lastname: "C", "parentcustomerid_account@odata.bind": "$1" },
    contentId: "2",
  });
  await client.executeBatch();
  const { value } = await client.retrieveMultiple({
    collection: "contacts",
    select: ["lastname"],
    expand: [{ property: "parentcustomerid_account", select: ["name"] }],
  });
  expect(value).toMatchObject([{ lastname: "C", parentcustomerid_account: { name: "A" } }]);
});
