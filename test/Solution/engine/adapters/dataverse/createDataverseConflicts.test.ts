import fc from "fast-check";
import { createDataverseConflicts } from "../../../../../Solution/engine/adapters/dataverse/createDataverseConflicts";
import { createHost } from "../../../../../Solution/engine/adapters/host/Host";
import type { Json } from "../../../../../Solution/engine/domain/values/Json";

const now = "2026-11-23T08:00:00.000Z";
const holder = { table: "opportunity", id: "11", name: "ERP", ownerId: "", ownerTable: "systemuser" } as const;

/** What a conflict row holds of the value that Dynamics 365 had. */
const storedOf = async (here: Json): Promise<unknown> => {
  const rows: string[] = [];
  const host = createHost((_op, args) => {
    rows.push(args);
    return JSON.stringify({ ok: true, value: { results: {} } });
  });
  const conflict = { key: "k", path: "/p", label: "Field", there: null, agreed: null, decision: null, isNew: true };
  await createDataverseConflicts(host).note(holder, "22", [{ ...conflict, here, on: now }]);
  const [stored] = rows.join().match(/(?<="cosell_valuehere":)"(?:[^"\\]|\\.)*"/) ?? [];
  return JSON.parse(stored ?? "null");
};

const ida = { firstName: "Ida", lastName: "Vik", phoneNumber: "", email: "ida@fabrikam.example" };

test.each<[string, Json, string]>([
  ["a text", "Replaces the old ERP", "Replaces the old ERP"],
  ["nothing", null, ""],
  ["an empty list", [], ""],
  ["an amount", 125000.5, "125000.5"],
  ["a choice that was not made", false, "false"],
  ["a solution", [{ id: "SOL-1", type: "Name", name: "Analytics" }], "SOL-1 Analytics"],
  ["people", [ida, { ...ida, firstName: "Bo" }], "Ida Vik ida@fabrikam.example; Bo Vik ida@fabrikam.example"],
  ["a text that looks like an amount", "125000", '"125000"'],
  ["a text that looks like nothing", "null", '"null"'],
  ["a text with a character that no column holds", "bell\u0007", '"bell\\u0007"'],
])(
  "%s stands in a conflict row as people read it, or as JSON where it would be mistaken",
  async (_what, value, text) => {
    expect(await storedOf(value)).toBe(text);
  },
);

test("whoever reads a text, an amount or a choice back has the value that stood there", async () => {
  const read = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  };
  const values = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );

  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      expect(read((await storedOf(value)) as string)).toEqual(Object.is(value, -0) ? 0 : value);
    }),
  );
});

test("a text that is longer than the column ends in three dots", async () => {
  expect(await storedOf("x".repeat(10_001))).toBe(`${"x".repeat(9_999)}…`);
});
