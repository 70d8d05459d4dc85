/** @jest-environment jsdom */
import * as fc from "fast-check";
import { composeChartFetch, parseChart } from "../../../../../../scripts/tenant/forms/client/charts/parseChart";
import { readPoints } from "../../../../../../scripts/tenant/forms/client/charts/readPoints";

const data = (attributes: string, measures = '<measure alias="n"/>'): string =>
  `<datadefinition><fetchcollection><fetch aggregate="true"><entity name="lead">${attributes}</entity></fetch></fetchcollection><categorycollection><category><measurecollection>${measures}</measurecollection></category></categorycollection></datadefinition>`;
const drawing = (type: string): string => `<Chart><Series><Series ChartType="${type}"/></Series></Chart>`;
const count = '<attribute name="leadid" aggregate="count" alias="n"/>';
const byMonth = '<attribute name="createdon" groupby="true" dategrouping="month" alias="when"/>';
const chart = (attributes: string, type = "Bar", measures?: string) =>
  parseChart({ id: "1", name: "Leads", dataXml: data(attributes, measures), presentationXml: drawing(type) });
const view = `<fetch><entity name="lead"><attribute name="fullname"/><order attribute="fullname"/><filter><condition attribute="statecode" operator="eq" value="0"/></filter><link-entity name="account" from="accountid" to="parentaccountid" alias="a"><attribute name="name"/><filter><condition attribute="name" operator="not-null"/></filter></link-entity></entity></fetch>`;
const read = (xml: string): Document => new DOMParser().parseFromString(xml, "text/xml");
const names = (xml: string, selector: string, attribute: string): (string | null)[] =>
  Array.from(read(xml).querySelectorAll(selector)).map((each) => each.getAttribute(attribute));

test("a chart asks for the rows that the view shows: its filters and links, not its columns and its order", () => {
  const fetch = composeChartFetch(chart(`${count}<attribute name="subject" groupby="true" alias="what"/>`), view);

  expect(names(fetch, "attribute", "alias")).toEqual(["n", "what"]);
  expect(names(fetch, "condition", "attribute")).toEqual(["name", "statecode"]);
  expect(names(fetch, "order", "attribute")).toEqual([]);
});

test("the same month of two years makes two groups", () => {
  const model = chart(count + byMonth, "Column");
  const asked = names(composeChartFetch(model, view), "attribute[dategrouping]", "dategrouping");
  const points = readPoints(model, [
    { when: 2, when_year: 2026, n: 5 },
    { when: 11, when_year: 2025, n: 3 },
    { when: 2, when_year: 2025, n: 7 },
  ]);

  expect(model.shape).toBe("columns");
  expect(asked).toEqual(["year", "month"]);
  expect(points.map(({ label, value }) => [label, value])).toEqual([
    ["Feb 2025", 7],
    ["Nov 2025", 3],
    ["Feb 2026", 5],
  ]);
});

test("days follow each other, whatever order they come in", () => {
  const model = chart(`${count}<attribute name="createdon" groupby="true" dategrouping="day" alias="when"/>`, "Line");
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(20_000), { maxLength: 12 }), (daysSince) => {
      const moments = daysSince.map((days) => new Date(days * 86_400_000));
      const rows = moments.map((moment, at) => ({
        when: moment.getUTCDate(),
        when_month: moment.getUTCMonth() + 1,
        when_year: moment.getUTCFullYear(),
        n: at,
      }));
      const sorted = [...daysSince].sort((one, other) => one - other).map((days) => daysSince.indexOf(days));
      expect(readPoints(model, rows).map(({ value }) => value)).toEqual(sorted);
    }),
  );
});

test("labels are the server's words, and rows without a value have a group of their own", () => {
  const formatted = "@OData.Community.Display.V1.FormattedValue";
  const points = readPoints(chart(`${count}<attribute name="statecode" groupby="true" alias="state"/>`), [
    { state: 1, [`state${formatted}`]: "Qualified", n: 1200, [`n${formatted}`]: "1,200" },
    { n: 2 },
  ]);

  expect(points).toEqual([
    { label: "Qualified", value: 1200, words: "1,200" },
    { label: "(blank)", value: 2, words: "2" },
  ]);
});

test.each([
  ["several series", () => chart(count + byMonth, "Bar", '<measure alias="n"/><measure alias="m"/>')],
  ["several categories", () => chart(`${count}${byMonth}<attribute name="subject" groupby="true" alias="s"/>`)],
  ["dates grouped by fiscal-year", () => chart(count + byMonth.replace("month", "fiscal-year"))],
  ["a web resource", () => parseChart({ id: "1", name: "Map", dataXml: data(count + byMonth), presentationXml: "" })],
])("a chart with %s says that it is not drawn", (what, parse) => {
  expect(parse).toThrow(`The local tenant draws no charts with ${what}`);
});

test("a chart without a query says so", () => {
  const parse = () => parseChart({ id: "1", name: "None", dataXml: "<datadefinition/>", presentationXml: "" });
  expect(parse).toThrow("names no query");
});
