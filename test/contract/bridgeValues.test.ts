import fc from "fast-check";
import { onEveryHost } from "./bridge/bridgeHosts";
import { withDriver } from "./bridge/withDriver";

const guid = fc.uuid();
const table = fc.stringMatching(/^[a-z]{1,10}(_[a-z]{1,10})?$/);
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom("\ud800", "\udfff", "\0", '"', "\\", "{", "\u2028"),
    fc.string({ unit: "grapheme", maxLength: 1 }),
  ),
});

/** At most the 28 digits that every decimal of .NET holds. */
const decimal = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 28n - 1n }), fc.integer({ min: 0, max: 10 }), fc.boolean())
  .map(([units, scale, isNegative]) => {
    const digits = units.toString().padStart(scale + 1, "0");
    const split = digits.length - scale;
    return `${isNegative ? "-" : ""}${digits.slice(0, split)}${scale > 0 ? `.${digits.slice(split)}` : ""}`;
  });

const moment = fc
  .date({ min: new Date("1753-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Floating-point columns have at most five decimals; the last digits of tiny numbers mono gets wrong. */
const number = fc.integer({ min: -(10 ** 15), max: 10 ** 15 }).map((units) => units / 10 ** 5);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    number,
    text,
    decimal.map((v) => ({ $t: "dec", v })),
    decimal.map((v) => ({ $t: "money", v })),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((v) => ({ $t: "long", v: String(v) })),
    fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((v) => ({ $t: "opt", v })),
    fc.array(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { maxLength: 4 }).map((v) => ({ $t: "opts", v })),
    moment.map((v) => ({ $t: "dt", v })),
    guid.map((v) => ({ $t: "guid", v })),
    fc.record({ $t: fc.constant("ref"), table, id: guid, name: text }, { requiredKeys: ["$t", "table", "id"] }),
    tie("entity"),
    fc.record({ $t: fc.constant("entities"), table, rows: fc.array(tie("entity"), { maxLength: 2 }) }),
  ),
  entity: fc.record(
    {
      $t: fc.constant("entity"),
      table,
      id: guid,
      attributes: fc.dictionary(table, tie("value"), { maxKeys: 4, noNullPrototype: true }),
      rowVersion: fc.nat().map(String),
    },
    { requiredKeys: ["$t", "table", "attributes"] },
  ),
}));

/** Laws: what goes out through the bridge reaches Dataverse as it is; what Dataverse answers reaches the script as it is. */
onEveryHost((host) => {
  const driver = withDriver(host);

  test("every value survives the way to Dataverse and back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 20 }), async (values) => {
        const parameters = Object.fromEntries(values.map((one, at) => [`P${at}`, one]));
        const answer = await driver().askOne("org.execute", { message: "cosell_Echo", parameters, as: "user" });
        expect(driver().organization.received.at(-1)?.parameters).toEqual(parameters);
        expect(answer).toEqual({ ok: true, value: { results: parameters } });
      }),
      { numRuns: 60 },
    );
  });
});
