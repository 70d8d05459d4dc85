import { account } from "../../../../../../scripts/tenant/baseTables/tables/account";
import { toRowData } from "../../../../../../scripts/tenant/forms/client/grid/toRowData";

const words = "@OData.Community.Display.V1.FormattedValue";

test("an icon's script gets words and raw values of the columns the view asked for, and no others", () => {
  const data = toRowData(account.table, {
    accountid: "0a000000-0000-4000-8000-000000000001",
    name: "Contoso",
    statecode: 0,
    [`statecode${words}`]: "Active",
    _primarycontactid_value: "0b",
    [`_primarycontactid_value${words}`]: "Kim",
    "_primarycontactid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "contact",
    telephone1: null,
  });

  expect(data).toEqual({
    RowId: "{0A000000-0000-4000-8000-000000000001}",
    accountid: "0a000000-0000-4000-8000-000000000001",
    accountid_Value: "0a000000-0000-4000-8000-000000000001",
    name: "Contoso",
    name_Value: "Contoso",
    statecode: "Active",
    statecode_Value: 0,
    primarycontactid: "Kim",
    primarycontactid_Value: { Id: "0b", LogicalName: "contact", Name: "Kim" },
  });
});
