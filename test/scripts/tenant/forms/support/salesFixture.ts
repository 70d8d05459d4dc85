import { baseTables } from "../../../../../scripts/tenant/baseTables/baseTables";
import { column } from "../../../../../scripts/tenant/baseTables/column";
import type { FormCatalogue } from "../../../../../scripts/tenant/forms/FormCatalogue";
import { acmePart } from "./acmePart";
import type { FixtureWebApi } from "./fixtureWebApi";

export const ids = {
  user: "6f2b3f6e-1111-4c1a-9d53-000000000001",
  opportunity: "6f2b3f6e-2222-4c1a-9d53-000000000001",
  part: "6f2b3f6e-4444-4c1a-9d53-000000000001",
  account: "6f2b3f6e-3333-4c1a-9d53-000000000001",
  scoredView: "2f1d2d3e-0000-4000-8000-0000000000c1",
  otherAccount: "6f2b3f6e-3333-4c1a-9d53-000000000002",
} as const;

const addedColumns = [
  column.wholeNumber("acme_Score", "Score", { minValue: 0, maxValue: 10, custom: true }),
  column.yesNo("acme_Consent", "Consent", { custom: true }),
  column.url("acme_WebPage", "Web page", 500, { custom: true }),
  column.dateTime("acme_CheckedOn", "Last checked", { custom: true }),
].map((each) => each.column);

export const salesCatalogue: FormCatalogue = {
  tables: () =>
    [...baseTables, acmePart].map(({ table }) =>
      table.logicalName === "opportunity" ? { ...table, columns: [...table.columns, ...addedColumns] } : table,
    ),
  relationships: () => [...baseTables, acmePart].flatMap(({ relationships }) => relationships),
};

const label = "@OData.Community.Display.V1.FormattedValue";
const target = "@Microsoft.Dynamics.CRM.lookuplogicalname";

export const salesSets = (): FixtureWebApi["sets"] => ({
  opportunities: new Map([
    [
      ids.opportunity,
      {
        opportunityid: ids.opportunity,
        name: "6 tablets for Contoso",
        description: "They like the new line.",
        estimatedvalue: 25000,
        [`estimatedvalue${label}`]: "$25,000.00",
        estimatedclosedate: "2026-11-30",
        opportunityratingcode: 1,
        [`opportunityratingcode${label}`]: "Hot",
        statecode: 0,
        statuscode: 1,
        acme_score: 7,
        acme_consent: true,
        acme_webpage: "https://www.contoso.com/",
        acme_checkedon: "2026-05-04T08:30:00Z",
        _parentaccountid_value: ids.account,
        [`_parentaccountid_value${label}`]: "Contoso Ltd",
        [`_parentaccountid_value${target}`]: "account",
        _ownerid_value: ids.user,
        [`_ownerid_value${label}`]: "Avery Howard",
        [`_ownerid_value${target}`]: "systemuser",
      },
    ],
  ]),
  acme_parts: new Map([
    [
      ids.part,
      { acme_partid: ids.part, acme_name: "Stylus", acme_quantity: 6, _acme_opportunityid_value: ids.opportunity },
    ],
  ]),
  accounts: new Map([
    [ids.account, { accountid: ids.account, name: "Contoso Ltd", statecode: 0, address1_city: "Paris" }],
    [ids.otherAccount, { accountid: ids.otherAccount, name: "Fabrikam Inc", statecode: 0, address1_city: "Berlin" }],
  ]),
});
