import type { Chance } from "../../../simulation/time/Chance";
import type { MappedPlace } from "./mappedPlaces";

/** What is odd about a value, and the value; without one its member is missing. */
export interface OddValue {
  what: string;
  value?: unknown;
}

const smile = "😀";
const hostile: readonly string[] = [
  "\u0000\u0001\u0008\u000b\u001f",
  "a\u0000b",
  "lone \ud83d half",
  "\udc00first",
  "\ufffe\uffff",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '=HYPERLINK("http://evil.example","x")',
  "=cmd|'/c calc'!A1",
  "'; DROP TABLE opportunity;--",
  "%_[]^",
  "\u202egnol\u202c\u200b",
  "]]>&lt;!--",
  "{{constructor.constructor('x')()}}",
  "e\u0301\u0301\u0301",
  "\r\n\t \r\n",
  "\u00a0\u2003",
  smile.repeat(5),
  "__proto__",
  "null",
];

const wrongTypes: readonly unknown[] = [
  {},
  [],
  { value: "x" },
  ["x", null],
  true,
  42,
  4.2e1,
  "text",
  [[[]]],
  { $t: "opt", v: 1 },
];

const absent: readonly OddValue[] = [
  { what: "missing" },
  { what: "null", value: null },
  { what: "empty", value: "" },
  { what: "blank", value: "   " },
];

const long = (chance: Chance, maxLength: number): OddValue => {
  const length = maxLength + chance.pick([1, 2, 10, maxLength, 9 * maxLength]);
  const unit = chance.pick(["x", "word ", smile, "é", "\n", "ab\u0000"]);
  return { what: "too long", value: unit.repeat(Math.ceil(length / unit.length)).slice(0, length) };
};

const ofText = (chance: Chance, maxLength: number): OddValue =>
  chance.weighed<OddValue>([
    [4, long(chance, maxLength)],
    [1, { what: "as long as it may be", value: "y".repeat(maxLength) }],
    [1, { what: "a half at the end", value: `${"y".repeat(maxLength - 1)}${smile}` }],
    [1, { what: "huge", value: "huge ".repeat(40_000) }],
    [3, { what: "hostile", value: chance.pick(hostile) }],
  ]);

const ofNumber = (chance: Chance, { min, max }: MappedPlace): OddValue =>
  chance.weighed<OddValue>([
    [2, { what: "above", value: (max ?? 9e18) * 1.001 + 1 }],
    [2, { what: "below", value: (min ?? -9e18) * 1.001 - 1 }],
    [2, { what: "huge", value: chance.pick([1e15, 1e17, 1e21, 1e100, -1e308, 2 ** 53]) }],
    [2, { what: "tiny", value: chance.pick([0.005, 1e-7, 0.1 + 0.2, -0, 1e-300]) }],
    [2, { what: "as text", value: chance.pick(["12", "1,234.50", "1e3", "NaN", "∞", "٣", "0x10", "12 EUR", "--1"]) }],
  ]);

const ofMoment = (chance: Chance): OddValue =>
  chance.weighed<OddValue>([
    [3, { what: "before 1753", value: chance.pick(["0001-01-01T00:00:00Z", "1752-12-31T23:59:59Z", "1600-02-29"]) }],
    [
      2,
      {
        what: "far away",
        value: chance.pick(["9999-12-31T23:59:59.9999999Z", "+012027-01-01T00:00:00Z", "12027-01-01"]),
      },
    ],
    [
      2,
      {
        what: "no such day",
        value: chance.pick([
          "2027-02-30",
          "2027-13-01T00:00:00Z",
          "31/03/2027",
          "soon",
          "2027-03-31T25:00:00Z",
          "/Date(0)/",
        ]),
      },
    ],
    [1, { what: "a zone", value: chance.pick(["2027-03-31T23:30:00-11:00", "2027-03-31T00:30:00+14:00"]) }],
    [1, { what: "a number", value: chance.pick([0, 1_806_451_200_000, -1]) }],
  ]);

const ofChoice = (chance: Chance, { options }: MappedPlace): OddValue =>
  chance.weighed<OddValue>([
    [3, { what: "no option", value: chance.pick(["999", "-1", "Platinum", "2147483648", "99999999999"]) }],
    [1, { what: "an option", value: String(options[0] ?? 1) }],
    [2, { what: "hostile", value: chance.pick(hostile) }],
  ]);

const ofList = (chance: Chance): OddValue =>
  chance.weighed<OddValue>([
    [1, { what: "no items", value: chance.pick([null, [], [null], ["text", 5], [[]], [{}]]) }],
    [1, { what: "no list", value: chance.pick(["text", 5, true, { 0: "x" }]) }],
    [
      1,
      {
        what: "many",
        value: Array.from({ length: 300 }, (_, at) => ({ id: `S-${at}`, name: `S ${at}`, email: `${at}@x.example` })),
      },
    ],
    [1, { what: "the same twice", value: [1, 2].map(() => ({ id: "SOL-10001-CFS", name: "Same", lastName: "Same" })) }],
    [1, { what: "long items", value: [{ id: "i".repeat(2000), name: "n".repeat(2000), lastName: "l".repeat(2000) }] }],
    [
      1,
      { what: "hostile items", value: hostile.map((text) => ({ id: text, name: text, lastName: text, email: text })) },
    ],
  ]);

const ofObject = (chance: Chance): OddValue =>
  chance.pick<OddValue>([
    { what: "missing" },
    ...[null, {}, [], "text", 5, true, [{}]].map((value) => ({ what: "no such object", value })),
  ]);

const ofKind = (chance: Chance, place: MappedPlace): OddValue => {
  switch (place.kind) {
    case "text":
      return ofText(chance, place.maxLength ?? 100);
    case "whole":
    case "long":
    case "decimal":
    case "float":
    case "money":
      return ofNumber(chance, place);
    case "moment":
      return ofMoment(chance);
    case "choice":
    case "choices":
      return ofChoice(chance, place);
    default:
      return { what: "hostile", value: chance.pick(hostile) };
  }
};

/** A value that the place's column cannot hold as it is, or hardly. */
export const drawOddValue = (chance: Chance, place: MappedPlace): OddValue => {
  if (place.kind === "list") return ofList(chance);
  if (place.kind === "object") return ofObject(chance);
  return chance.weighed<() => OddValue>([
    [6, () => ofKind(chance, place)],
    [1, () => chance.pick(absent)],
    [1, () => ({ what: "wrong type", value: chance.pick(wrongTypes) })],
    [1, () => ({ what: "hostile", value: chance.pick(hostile) })],
  ])();
};
