/** @jest-environment jsdom */
import { composeFetch } from "../../../../../../scripts/tenant/forms/client/views/composeFetch";
import { parseLayout } from "../../../../../../scripts/tenant/forms/client/views/parseLayout";

const view =
  '<fetch version="1.0"><entity name="account"><attribute name="name"/><order attribute="name"/></entity></fetch>';
const read = (xml: string): Document => new DOMParser().parseFromString(xml, "text/xml");

test("adds page, page size and count to the view's own query", () => {
  const fetch = read(composeFetch(view, { page: 3, pageSize: 50 })).documentElement;

  expect([
    fetch.getAttribute("page"),
    fetch.getAttribute("count"),
    fetch.getAttribute("returntotalrecordcount"),
  ]).toEqual(["3", "50", "true"]);
});

test("a chosen order takes the place of the view's", () => {
  const orders = Array.from(
    read(composeFetch(view, { order: { column: "city", isDescending: true } })).querySelectorAll("order"),
  );

  expect(orders.map((order) => [order.getAttribute("attribute"), order.getAttribute("descending")])).toEqual([
    ["city", "true"],
  ]);
});

test("what a person types is a value, never XML or a pattern", () => {
  const conditions = read(
    composeFetch(view, { search: { columns: ["name"], text: '50%_[x]"/><evil' } }),
  ).querySelectorAll("condition");

  expect(conditions).toHaveLength(1);
  expect(conditions[0]?.getAttribute("value")).toBe('50[%][_][[]x]"/><evil%');
});

test("rows of a subgrid are tied to the record", () => {
  const condition = read(composeFetch(view, { equal: { parentid: "1" } })).querySelector("filter > condition");

  expect([
    condition?.getAttribute("attribute"),
    condition?.getAttribute("operator"),
    condition?.getAttribute("value"),
  ]).toEqual(["parentid", "eq", "1"]);
});

test("a script's filter is taken as it is; a broken one is refused", () => {
  const filter = '<filter><condition attribute="statecode" operator="eq" value="0"/></filter>';

  expect(
    read(composeFetch(view, { filters: [filter] })).querySelector('condition[attribute="statecode"]'),
  ).not.toBeNull();
  expect(() => composeFetch(view, { filters: ["<filter>"] })).toThrow(/A filter of a script is not well-formed/);
});

test("a layout gives visible cells and the script behind an icon", () => {
  const layout = `<grid><row id="accountid"><cell name="name" width="300" imageproviderfunctionname="Acme.Icons.show" imageproviderwebresource="$webresource:acme_/Icons.js"/>
    <cell name="accountid" ishidden="1"/><cell name="city"/></row></grid>`;

  expect(parseLayout(layout)).toEqual([
    { name: "name", width: 300, imageProvider: { functionName: "Acme.Icons.show", webResource: "acme_/Icons.js" } },
    { name: "city", width: 125, imageProvider: null },
  ]);
});
