import * as fc from "fast-check";
import { column } from "../../../../../../scripts/tenant/baseTables/column";
import type { ColumnMetadata } from "../../../../../../scripts/tenant/dataverse/metadata";
import { areEqual, type ColumnValue } from "../../../../../../scripts/tenant/forms/client/page/ColumnValue";
import { propertyOf, readColumn } from "../../../../../../scripts/tenant/forms/client/webApi/readColumn";
import { writeColumn } from "../../../../../../scripts/tenant/forms/client/webApi/writeColumn";
import type { LookupTarget } from "../../../../../../scripts/tenant/forms/protocol";

const account: LookupTarget = {
  table: "account",
  entitySetName: "accounts",
  primaryId: "accountid",
  primaryName: "name",
  displayName: "Account",
  navigation: "customerid_account",
};
const customer = column.customer("CustomerId", "Customer", { account: "a", contact: "c" }).column;
const date = column.date("Due", "Due").column;
const dateTime = column.dateTime("Seen", "Seen").column;
const text = column.text("Name", "Name", 100).column;
const choices: ColumnMetadata = {
  ...column.choice("Colours", "Colours", { Red: 1, Blue: 2 }).column,
  type: "multiselectpicklist",
};

test("a lookup is read from three properties and written as a link", () => {
  const row = {
    _customerid_value: "0A000000-0000-4000-8000-000000000001",
    "_customerid_value@OData.Community.Display.V1.FormattedValue": "Contoso",
    "_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "account",
  };
  const { value, formatted } = readColumn(row, customer);

  expect(value).toEqual([{ id: "0a000000-0000-4000-8000-000000000001", name: "Contoso", entityType: "account" }]);
  expect(formatted).toBe("Contoso");
  expect(writeColumn(customer, value, [account])).toEqual({
    "customerid_account@odata.bind": "/accounts(0a000000-0000-4000-8000-000000000001)",
  });
});

test("an emptied lookup is written as null, and one to a foreign table is refused", () => {
  expect(writeColumn(customer, null, [account])).toEqual({ "customerid_account@odata.bind": null });
  expect(() => writeColumn(customer, [{ id: "1", name: "", entityType: "lead" }], [account])).toThrow(
    "Customer cannot point to a row of lead.",
  );
});

test("a date without time stays the same day, whatever the time zone", () => {
  const { value } = readColumn({ due: "2026-11-30" }, date);

  expect(value).toEqual(new Date(2026, 10, 30));
  expect(writeColumn(date, value, [])).toEqual({ due: "2026-11-30" });
});

test("an emptied text is written as null", () => {
  expect(writeColumn(text, "", [])).toEqual({ name: null });
});

test("several options travel as one text", () => {
  expect(readColumn({ colours: "1,2" }, choices).value).toEqual([1, 2]);
  expect(writeColumn(choices, [2, 1], [])).toEqual({ colours: "2,1" });
  expect(writeColumn(choices, [], [])).toEqual({ colours: null });
});

const dates = fc.date({
  min: new Date("1900-01-02T00:00:00Z"),
  max: new Date("2200-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const samples: [ColumnMetadata, fc.Arbitrary<ColumnValue>][] = [
  [text, fc.string({ minLength: 1 })],
  [dateTime, dates],
  [date, dates.map((value) => new Date(value.getFullYear(), value.getMonth(), value.getDate()))],
  [choices, fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1 })],
  [column.yesNo("Ok", "Ok").column, fc.boolean()],
  [column.wholeNumber("Count", "Count").column, fc.integer()],
];

test.each(samples)("law: a value of $logicalName that is written reads back equal", (metadata, values) => {
  fc.assert(
    fc.property(values, (value) => {
      const written = writeColumn(metadata, value, []);
      const { value: read } = readColumn({ [propertyOf(metadata)]: written[metadata.logicalName] }, metadata);
      expect(areEqual(read, value)).toBe(true);
    }),
  );
});
