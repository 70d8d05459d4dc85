import { adaId, benId, entity, system } from "../support/createSales";
import { startWebApi, type TestWebApi } from "../support/startWebApi";

const benObjectId = "e0000000-0000-4000-8000-00000000000b";

let api: TestWebApi;
beforeEach(async () => {
  api = await startWebApi({ mayActForOthers: async (userId) => userId === adaId });
  await api.sales.service.update(
    entity("systemuser", { azureactivedirectoryobjectid: guid(benObjectId) }, benId),
    system,
  );
});
afterEach(() => api.stop());

const guid = (v: string) => ({ $t: "guid", v }) as const;
const whoAmI = async (headers: Record<string, string>) => (await api.get("WhoAmI", headers)).json;

test.each([
  ["CallerObjectId", benObjectId],
  ["MSCRMCallerID", benId.toUpperCase()],
])("%s makes the request another user's", async (header, value) => {
  expect(await whoAmI({ [header]: value })).toMatchObject({ UserId: benId });
  const answer = await api.send(
    "POST",
    "opportunities?$select=name,_ownerid_value,_createdby_value",
    { name: "O" },
    {
      [header]: value,
      prefer: "return=representation",
    },
  );
  expect(answer.json).toMatchObject({ _ownerid_value: benId, _createdby_value: benId });
});

test("a row says who acted in its user's place, until that user writes it", async () => {
  const answer = await api.send("POST", "opportunities", { name: "O" }, { CallerObjectId: benObjectId });
  const path = answer.headers.get("odata-entityid")?.slice(api.root.length) ?? "";
  const read = async () => (await api.get(`${path}?$select=_createdonbehalfby_value,_modifiedonbehalfby_value`)).json;
  expect(await read()).toMatchObject({ _createdonbehalfby_value: adaId, _modifiedonbehalfby_value: adaId });
  await api.send("PATCH", path, { name: "P" });
  expect(await read()).toMatchObject({ _createdonbehalfby_value: adaId, _modifiedonbehalfby_value: null });
});

test("the user of a batch is the user of its parts", async () => {
  const body = [
    "--b",
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    "",
    "GET WhoAmI HTTP/1.1",
    "",
    "",
    "--b--",
    "",
  ].join("\r\n");
  const answer = await api.send("POST", "$batch", body, {
    "content-type": "multipart/mixed;boundary=b",
    CallerObjectId: benObjectId,
  });
  expect(answer.text).toContain(`"UserId":"${benId}"`);
});

test.each([
  ["who may not act for others", { authorization: "Bearer ben", CallerObjectId: benObjectId }, 403, "0x8004a110"],
  ["a user there is not", { CallerObjectId: adaId }, 404, "0x80040217"],
  ["what is no id", { MSCRMCallerID: "ben" }, 400, "0x80048d0a"],
  ["two users", { MSCRMCallerID: benId, CallerObjectId: benObjectId }, 400, "0x80048d0a"],
])("refuses %s", async (_, headers, status, code) => {
  const answer = await api.get("WhoAmI", headers);
  expect([answer.status, answer.json]).toMatchObject([status, { error: { code } }]);
});

test("refuses a user who is disabled, and everybody where nobody may act for others", async () => {
  await api.sales.service.update(entity("systemuser", { isdisabled: true }, benId), system);
  expect(await whoAmI({ CallerObjectId: benObjectId })).toMatchObject({ error: { code: "0x80040225" } });
  const strict = await startWebApi();
  expect((await strict.get("WhoAmI", { MSCRMCallerID: benId })).status).toBe(403);
  await strict.stop();
});
