import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { baseIds } from "../../../../../scripts/tenant/baseTables/baseIds";
import { sampleId } from "../../../../../scripts/tenant/baseTables/sampleData";
import { createWebApi } from "../../../../../scripts/tenant/dataverse/webApi/createWebApi";
import { type GivenTenant, caller, givenTenant, stopTenants } from "../../pipeline/support/givenTenant";

const deal = sampleId("opportunity", "migration");

let tenant: GivenTenant;
let server: Server;
let root: string;

beforeEach(async () => {
  tenant = await givenTenant();
  const webApi = createWebApi({
    ...tenant,
    localUserId: baseIds.kimSeller,
    resolveUser: async () => undefined,
    log: () => undefined,
  });
  server = createServer((request, response) => void webApi(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/data/v9.2/`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await stopTenants();
});

const post = (path: string, body: object) =>
  fetch(root + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

test("WinOpportunity takes the closing activity without a type, and answers with nothing", async () => {
  const OpportunityClose = {
    "opportunityid@odata.bind": `/opportunities(${deal})`,
    actualrevenue: 100,
    subject: "Won",
  };
  const answer = await post("WinOpportunity", { OpportunityClose, Status: -1 });

  expect(answer.status).toBe(204);
  const row = await tenant.service.retrieve("opportunity", deal, ["statecode", "actualvalue"], caller());
  expect(row.attributes).toMatchObject({ statecode: { v: 1 }, actualvalue: { v: "100" } });
});

test("LoseOpportunity of one that is closed already is refused", async () => {
  const OpportunityClose = { "opportunityid@odata.bind": `/opportunities(${deal})` };
  await post("LoseOpportunity", { OpportunityClose, Status: 5 });
  const answer = await post("LoseOpportunity", { OpportunityClose, Status: 5 });

  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { message: "The opportunity has already been closed." } });
});

test("QualifyLead answers with what it made", async () => {
  const lead = sampleId("lead", "tailspin");
  const answer = await post(`leads(${lead})/Microsoft.Dynamics.CRM.QualifyLead`, {
    CreateAccount: true,
    CreateContact: false,
    CreateOpportunity: true,
    OpportunityCurrencyId: { transactioncurrencyid: baseIds.euro },
    Status: 3,
  });

  expect(answer.status).toBe(200);
  const id = expect.stringMatching(/^[\da-f-]{36}$/) as string;
  expect(await answer.json()).toMatchObject({
    value: [
      { "@odata.type": "#Microsoft.Dynamics.CRM.account", accountid: id },
      { "@odata.type": "#Microsoft.Dynamics.CRM.opportunity", opportunityid: id },
    ],
  });
});
