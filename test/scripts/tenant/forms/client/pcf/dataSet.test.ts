import type { TableMetadata } from "../../../../../../scripts/tenant/dataverse/metadata";
import type { ControlModel } from "../../../../../../scripts/tenant/forms/client/formXml/FormModel";
import { PageControl } from "../../../../../../scripts/tenant/forms/client/page/PageControl";
import type { ComponentSite } from "../../../../../../scripts/tenant/forms/client/pcf/ComponentSite";
import { createDataSet } from "../../../../../../scripts/tenant/forms/client/pcf/dataSet";

/* What the type definitions of the platform say of a data set, on rows of a view that shows two of three columns. */

const table = {
  logicalName: "acme_part",
  primaryId: "acme_partid",
  primaryName: "acme_name",
  columns: [
    { logicalName: "acme_name", displayName: "Name", type: "string" },
    { logicalName: "acme_makerid", displayName: "Maker", type: "lookup", targets: ["account"] },
    { logicalName: "acme_secret", displayName: "Secret", type: "string" },
  ],
} as unknown as TableMetadata;

const cell = (name: string) => ({ name, width: 100, imageProvider: null });
const row = {
  acme_partid: "11111111-1111-4111-8111-111111111111",
  acme_name: "Bolt",
  acme_secret: "hidden",
  _acme_makerid_value: "22222222-2222-4222-8222-222222222222",
  "_acme_makerid_value@OData.Community.Display.V1.FormattedValue": "Fabrikam",
  "_acme_makerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "account",
};

type DataSet = ComponentFramework.PropertyTypes.DataSet;

const show = (dataSets: readonly string[] = ["rows"]) => {
  const model = {
    id: "grid",
    subgrid: { table: "acme_part", viewId: "v", relationship: "acme_parts", rowsPerPage: 4 },
    custom: { name: "acme_Acme.Rows", parameters: [], dataSets },
  } as unknown as ControlModel;
  const control = new PageControl(model, { label: "Parts", isVisible: true } as never, "", () => undefined);
  const calls: unknown[] = [];
  const site = { control, loaded: { name: "acme_Acme.Rows" } } as unknown as ComponentSite;
  const { grid } = control;
  if (!grid) throw new Error("The control has no grid.");
  const read = (): void => {
    Object.assign(grid, { rows: [row], totalCount: 7 });
    grid.source = {
      table,
      viewName: "Parts",
      cells: [cell("acme_name"), cell("acme_makerid")],
      isLoading: false,
      problem: null,
      hasMore: true,
      pageSize: 4,
      setPageSize: (rowCount) => calls.push(["size", rowCount]),
      loadMore: () => calls.push("more"),
      open: (id) => calls.push(["open", id]),
    };
  };
  return { grid, read, calls, dataSet: () => createDataSet(site, "rows") as DataSet };
};

test("before the view was read, a data set is loading and empty", () => {
  const { dataSet } = show();
  const { loading, error, sortedRecordIds, records } = dataSet();
  expect({ loading, error, sortedRecordIds, records }).toEqual({
    loading: true,
    error: false,
    sortedRecordIds: [],
    records: {},
  });
});

test("a record gives words and values of the view's columns, a lookup as one reference", () => {
  const { dataSet, read } = show();
  read();
  const { sortedRecordIds, records, columns, loading } = dataSet();
  expect([loading, sortedRecordIds, columns.map(({ displayName }) => displayName)]).toEqual([
    false,
    [row.acme_partid],
    ["Name", "Maker"],
  ]);
  const record = records[row.acme_partid];
  expect(record?.getFormattedValue("acme_name")).toBe("Bolt");
  expect(record?.getFormattedValue("acme_makerid")).toBe("Fabrikam");
  expect(record?.getValue("acme_makerid")).toEqual({
    id: { guid: row._acme_makerid_value },
    etn: "account",
    name: "Fabrikam",
  });
  expect(record?.getNamedReference()).toEqual({ id: { guid: row.acme_partid }, etn: "acme_part", name: "Bolt" });
});

test("a column that the view does not show is not there, whatever the row holds", () => {
  const { dataSet, read } = show();
  read();
  const record = dataSet().records[row.acme_partid];
  expect(record?.getFormattedValue("acme_secret")).toBe("");
  expect(record?.getValue("acme_secret")).toBeNull();
});

test("pages, openings and refreshes reach the grid", () => {
  const { grid, dataSet, read, calls } = show();
  read();
  const shown = dataSet();
  const { paging } = shown;
  expect([paging.totalResultCount, paging.hasNextPage]).toEqual([7, true]);
  paging.setPageSize(50);
  paging.loadNextPage();
  shown.openDatasetItem({ id: { guid: row.acme_partid }, etn: "acme_part", name: "Bolt" });
  expect(calls).toEqual([["size", 50], "more", ["open", row.acme_partid]]);

  return new Promise<void>((resolve) => {
    grid.reload.listen(resolve);
    dataSet().refresh();
  });
});

test("a form that does not give the data set is told so by name", () => {
  const { dataSet } = show([]);
  expect(dataSet).toThrow('The form does not give the data set "rows", which acme_Acme.Rows requires.');
});
