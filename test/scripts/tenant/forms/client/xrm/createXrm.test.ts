/** @jest-environment jsdom */
import { Shell } from "../../../../../../scripts/tenant/forms/client/app/Shell";
import type { Services } from "../../../../../../scripts/tenant/forms/client/app/Services";
import { WebApiError } from "../../../../../../scripts/tenant/forms/client/webApi/WebApiError";
import type { WebApiRequest } from "../../../../../../scripts/tenant/forms/client/webApi/WebApiClient";
import { createXrm } from "../../../../../../scripts/tenant/forms/client/xrm/createXrm";
import { describeTable } from "../../../../../../scripts/tenant/forms/server/describeTable";
import { ids, salesCatalogue } from "../../support/salesFixture";

const shell = new Shell();
const sent: WebApiRequest[] = [];
let answer: () => Promise<unknown> = async () => ({ ok: true });

const services = {
  shell,
  api: {
    send: async (request: WebApiRequest) => {
      sent.push(request);
      return answer();
    },
  },
  directory: { table: async (name: string) => describeTable(salesCatalogue, name) },
  app: {
    user: { id: ids.user, name: "Avery Howard" },
    users: [],
    organization: { id: "0e", name: "local" },
    apps: [{ uniqueName: "msdynce_saleshub", name: "Sales Hub", siteMap: [] }],
  },
} as unknown as Services;

const xrm = createXrm(services) as unknown as Xrm.XrmStatic;

beforeEach(() => {
  sent.length = 0;
  answer = async () => ({ ok: true });
});

const request = (metadata: object, values: object = {}): never => ({ ...values, getMetadata: () => metadata }) as never;
const text = { typeName: "Edm.String", structuralProperty: 1 };

describe("Xrm.WebApi.online.execute", () => {
  test("an action gets its parameters as a body, and no others", async () => {
    const metadata = {
      boundParameter: null,
      parameterTypes: { Id: text, Reason: text },
      operationType: 0,
      operationName: "acme_Do",
    };

    await xrm.WebApi.online.execute(request(metadata, { Id: "1", Reason: undefined, Secret: "x" }));

    expect(sent).toEqual([{ method: "POST", path: "acme_Do", body: { Id: "1" } }]);
  });

  test("a function gets its parameters in the address, whatever they hold", async () => {
    const metadata = {
      boundParameter: null,
      parameterTypes: { Name: text, Count: text },
      operationType: 1,
      operationName: "acme_Ask",
    };

    await xrm.WebApi.online.execute(request(metadata, { Name: "O'Neil & Co", Count: 2 }));

    expect(sent).toEqual([{ method: "GET", path: "acme_Ask(Name=@p1,Count=@p2)?@p1='O''Neil%20%26%20Co'&@p2=2" }]);
  });

  test("a bound action is called on its row", async () => {
    const metadata = {
      boundParameter: "entity",
      parameterTypes: { entity: text },
      operationType: 0,
      operationName: "acme_Close",
    };

    await xrm.WebApi.online.execute(
      request(metadata, { entity: { entityType: "account", id: `{${ids.account.toUpperCase()}}` } }),
    );

    expect(sent[0]?.path).toBe(`accounts(${ids.account})/Microsoft.Dynamics.CRM.acme_Close`);
  });

  test("a refusal rejects with code and words, as scripts expect", async () => {
    answer = () => Promise.reject(new WebApiError("0x80040265", "Frozen.", 400));
    const metadata = { boundParameter: null, parameterTypes: {}, operationType: 0, operationName: "acme_Do" };

    await expect(xrm.WebApi.online.execute(request(metadata))).rejects.toEqual({
      errorCode: 0x80040265,
      message: "Frozen.",
    });
  });

  test("a change set is refused rather than half done", async () => {
    await expect(xrm.WebApi.online.executeMultiple([[] as never])).rejects.toThrow("Change sets");
    expect(sent).toEqual([]);
  });
});

test("rows are read in pages; the next link of one page asks for the next", async () => {
  answer = async () => ({
    json: async () => ({
      value: [{ name: "Contoso" }],
      "@odata.nextLink": "http://x/api/data/v9.2/accounts?$skiptoken=2",
    }),
  });

  const first = await xrm.WebApi.retrieveMultipleRecords("account", "?$select=name", 1);
  await xrm.WebApi.retrieveMultipleRecords("account", first.nextLink, 1);

  expect(first.entities).toEqual([{ name: "Contoso" }]);
  expect(sent.map(({ path }) => path)).toEqual(["accounts?$select=name", "accounts?$skiptoken=2"]);
  expect(sent[0]?.headers?.["prefer"]).toContain("odata.maxpagesize=1");
});

test("a confirm dialog gives what the person chose", async () => {
  const answered = xrm.Navigation.openConfirmDialog({ text: "Share it?", confirmButtonLabel: "Share" });
  expect(shell.dialogs).toMatchObject([{ kind: "confirm", text: "Share it?", confirmLabel: "Share" }]);

  shell.dialogs[0]?.close(true);

  await expect(answered).resolves.toEqual({ confirmed: true });
  expect(shell.dialogs).toEqual([]);
});

test("a global notification stays until its id is cleared", async () => {
  // The type's level is a const enum, which exists for the compiler only.
  const notification = { type: 2, level: 3, message: "Practice mode" } as unknown as Xrm.App.Notification;
  const id = await xrm.App.addGlobalNotification(notification);
  expect(shell.notifications).toMatchObject([{ id, level: 3, message: "Practice mode" }]);

  await xrm.App.clearGlobalNotification(id);
  expect(shell.notifications).toEqual([]);
});

test("a row that was asked for is the one that the user chose, and none where they cancelled", async () => {
  const ask = () => xrm.Utility.lookupObjects({ entityTypes: ["account"] });
  const [chosen, cancelled] = [ask(), ask()];
  shell.pickers[1]?.close(null);
  shell.pickers[0]?.close({ entityType: "account", id: ids.user, name: "Fabrikam" });

  await expect(chosen).resolves.toEqual([
    { entityType: "account", id: `{${ids.user.toUpperCase()}}`, name: "Fabrikam" },
  ]);
  await expect(cancelled).resolves.toEqual([]);
});

test("the global context says who works where", () => {
  const context = xrm.Utility.getGlobalContext();

  expect(context.userSettings.userId).toBe(`{${ids.user.toUpperCase()}}`);
  expect(context.getClientUrl()).toBe(location.origin);
  expect(context.client.getClient()).toBe("Web");
});

test("what the tenant does not have is refused by its whole name", () => {
  const loose = xrm as unknown as Record<string, Record<string, unknown>>;

  expect(() => loose["Page"]).toThrow("Xrm.Page is not supported by the local tenant.");
  expect(() => loose["Utility"]?.["getResourceString"]).toThrow(
    "Xrm.Utility.getResourceString is not supported by the local tenant.",
  );
  expect(() => loose["WebApi"]?.["offline"]).toThrow("Xrm.WebApi.offline is not supported by the local tenant.");
});
