import { registrationPlaces } from "../../../../../Solution/engine/domain/dealRegistration/registrationPlaces";
import { choices, columns } from "../../../../../Solution/engine/domain/schema";
import type { JsonObject } from "../../../../../Solution/engine/domain/values/Json";
import { MappingHost } from "../../support/MappingHost";
import { opportunityId } from "../../support/sampleRows";
import { check, rowOf } from "./askMapping";

/* Rows for the registration of a won deal, as an administrator adds and checks them. */

const own = columns.fieldMapping;
const option = (v: number) => ({ $t: "opt", v });

const converted = (converter: keyof typeof choices.converter, column: string): JsonObject => ({
  [own.converter]: option(choices.converter[converter]),
  [own.crmColumn]: column,
});

const places = Object.entries(registrationPlaces);
const fitting = { text: "text", number: "number", day: "date", flag: "yesOrNo" } as const;
const toPartnerCenter = option(choices.mappingDirection.toPartnerCenterOnly);
const fill = (host: MappingHost, path: string, changes: JsonObject = {}): void =>
  host.edit(path, {
    [own.crmColumn]: "new_any",
    [own.partnerCenterPath]: path,
    [own.mappingDirection]: toPartnerCenter,
    [own.converter]: option(choices.converter[fitting[registrationPlaces[path]?.kind ?? "text"]]),
    ...changes,
  });
const contractValue = "/registrations/0/contract/value";
const currency = "/registrations/0/contract/currency";

describe("rows for the registration of a won deal", () => {
  test("are all right with a converter that fits, for every documented place", async () => {
    const host = new MappingHost();
    places.forEach(([path]) => fill(host, path));
    const found = await check(host);

    for (const [path] of places) expect(rowOf(found, path)).toMatchObject({ verdict: "ok", problems: [] });
  });

  test.each<[string, string, JsonObject]>([
    ["converterWrong", contractValue, { [own.converter]: option(choices.converter.text) }],
    ["placeSentOnly", contractValue, { [own.mappingDirection]: option(choices.mappingDirection.bothWays) }],
    ["placeOwned", "/registrations/0/status", {}],
    ["placeOwned", "/registrations/1/contract/value", {}],
    ["currencyIsLookup", currency, converted("currency", "transactioncurrencyid")],
    ["columnMalformed", currency, converted("currency", "{dealCurrency}")],
  ])("are left out for %s", async (code, path, changes) => {
    const host = new MappingHost();
    fill(host, path, changes);

    expect(rowOf(await check(host), path)).toMatchObject({ verdict: "leftOut", problems: [{ code }] });
  });

  test("count once for a place, whichever key they have", async () => {
    const host = new MappingHost();
    places.forEach(([path]) => fill(host, path));
    host.edit("second", { [own.crmColumn]: "new_any", [own.partnerCenterPath]: contractValue });
    host.edit("second", {
      [own.mappingDirection]: toPartnerCenter,
      [own.converter]: option(choices.converter.number),
    });

    expect(rowOf(await check(host), "second")).toMatchObject({
      verdict: "leftOut",
      problems: [{ code: "placeTaken" }],
    });
  });

  test("may name currency and revenue of the deal by their settings", async () => {
    const host = new MappingHost({
      opportunityid: { $t: "guid", v: opportunityId },
      estimatedvalue: { $t: "money", v: "50000.0000" },
      transactioncurrencyid: { $t: "ref", table: "transactioncurrency", id: "x" },
    });
    fill(host, currency, converted("currency", "{dealValueCurrencyField}"));

    fill(host, contractValue, converted("number", "{dealValueFieldName}"));
    const found = await check(host, opportunityId);

    expect(rowOf(found, currency)?.test).toMatchObject({ partnerCenter: "NOK" });
    expect(rowOf(found, contractValue)?.test).toMatchObject({ partnerCenter: 50000 });
  });

  test("that leave required places open are told which", async () => {
    const host = new MappingHost();
    places.filter(([path]) => path !== contractValue).forEach(([path]) => fill(host, path));
    const { rows } = await check(host);

    expect(rows.filter(({ verdict }) => verdict !== "ok")).toMatchObject([
      {
        verdict: "warning",
        problems: [{ code: "registrationIncomplete", words: expect.stringContaining(contractValue) as string }],
      },
    ]);
  });
});
