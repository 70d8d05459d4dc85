import * as fc from "fast-check";
import { identifyRecord, type IdentifiedReferral } from "../../../../../Solution/engine/domain/match/identifyRecord";
import type { MatchCandidate } from "../../../../../Solution/engine/domain/match/MatchCandidate";
import { weighMatch } from "../../../../../Solution/engine/domain/match/weighMatch";

/** Histories of one number of Microsoft's: what people did with records, and of which deal each record really is. */
const runs = 5_000;

type Event =
  /** The seller's record of this deal gets the number, once or in another spelling. */
  | { kind: "type"; spelling: "as it is" | "lower case" | "with spaces" }
  /** Somebody copies a record for other business; the copy carries what its original did. */
  | { kind: "copy"; of: number }
  | { kind: "importTwice"; of: number }
  /** The number goes into a record of another customer by mistake. */
  | { kind: "mistype" }
  | { kind: "close"; which: number }
  | { kind: "link"; which: number }
  /** A record of the same customer that has nothing to do with the deal. */
  | { kind: "another" }
  /** The record belonged to another referral before, whose identifier it keeps. */
  | { kind: "wasAnother"; which: number };

interface HeldRecord extends MatchCandidate {
  /** Of which deal it really is. */
  deal: "this" | "another";
}

const number = "7-2KQ4R8T1ZX";
const customer = { id: "a", name: "Fabrikam GmbH", postalCode: "10115", duns: "123456789", website: "", email: "" };
const stranger = { id: "b", name: "Northwind", postalCode: "98052", duns: "", website: "", email: "" };

const referral: IdentifiedReferral = {
  referralIdentifier: "r-1",
  microsoftCrmIdentifier: number,
  customer: { name: "FABRIKAM", postalCode: "10115", duns: "", emails: [] },
};

const blank = { table: "opportunity", isOpen: true, isLinked: false, referralIdentifier: "" } as const;

const spell = { "as it is": number, "lower case": number.toLowerCase(), "with spaces": ` ${number} ` };

const step = (records: readonly HeldRecord[], event: Event, at: number): readonly HeldRecord[] => {
  const id = `record-${at}`;
  const change = (which: number, changes: Partial<HeldRecord>): readonly HeldRecord[] =>
    records.map((one, index) => (index === which % records.length ? { ...one, ...changes } : one));
  switch (event.kind) {
    case "type":
      if (records.some(({ deal }) => deal === "this")) return records;
      return [...records, { ...blank, id, customer, deal: "this", microsoftCrmIdentifier: spell[event.spelling] }];
    case "copy":
    case "importTwice": {
      const original = records[event.of % Math.max(1, records.length)];
      const deal = event.kind === "copy" ? "another" : original?.deal;
      return original && deal ? [...records, { ...original, id, isLinked: false, isOpen: true, deal }] : records;
    }
    case "mistype":
      return [...records, { ...blank, id, customer: stranger, deal: "another", microsoftCrmIdentifier: number }];
    case "close":
      return change(event.which, { isOpen: false });
    case "link":
      return change(event.which, { isLinked: true });
    case "another":
      return [...records, { ...blank, id, customer, deal: "another", microsoftCrmIdentifier: "" }];
    case "wasAnother":
      return change(event.which, { referralIdentifier: "r-2" });
  }
};

const index = fc.nat(6);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant("type" as const),
    spelling: fc.constantFrom("as it is" as const, "lower case" as const, "with spaces" as const),
  }),
  fc.record({ kind: fc.constant("copy" as const), of: index }),
  fc.record({ kind: fc.constant("importTwice" as const), of: index }),
  fc.constant<Event>({ kind: "mistype" }),
  fc.record({ kind: fc.constant("close" as const), which: index }),
  fc.record({ kind: fc.constant("link" as const), which: index }),
  fc.constant<Event>({ kind: "another" }),
  fc.record({ kind: fc.constant("wasAnother" as const), which: index }),
);
const history = fc
  .array(event, { maxLength: 8 })
  .map((events) => events.reduce<readonly HeldRecord[]>(step, []))
  .chain((records) => fc.shuffledSubarray([...records], { minLength: records.length }));

type Identify = typeof identifyRecord;

const holds = ({ microsoftCrmIdentifier }: HeldRecord): boolean =>
  microsoftCrmIdentifier.trim().toUpperCase() === number;

/** A wrong attach, or a record that would be made twice though its evidence is certain; null where all is well. */
const breakOf = (identify: Identify, records: readonly HeldRecord[]): string | null => {
  const match = identify(referral, records);
  const attached = match.kind === "certain" ? records.find(({ id }) => id === match.record.id) : undefined;
  if (attached && (attached.deal !== "this" || !attached.isOpen || attached.isLinked)) return "attached wrongly";
  const [only, ...others] = records.filter(holds);
  const isCertain =
    only !== undefined &&
    others.length === 0 &&
    only.deal === "this" &&
    only.isOpen &&
    !only.isLinked &&
    only.referralIdentifier === "";
  return isCertain && attached === undefined ? "made twice" : null;
};

const check = (identify: Identify, numRuns: number): void =>
  fc.assert(
    fc.property(history, (records) => breakOf(identify, records) === null),
    { numRuns, seed: 12 },
  );

test("no history attaches a referral to a record of another deal, and what is certain is never made twice", () => {
  check(identifyRecord, runs);
});

/** A match that is wrong in one place each; the law must tell it from the right one. */
const broken: readonly (readonly [string, Identify])[] = [
  [
    "the first holder takes it",
    (one, records) => {
      const record = records.find(({ isOpen, isLinked, microsoftCrmIdentifier: held }) => {
        return isOpen && !isLinked && held === one.microsoftCrmIdentifier;
      });
      return record ? { kind: "certain", record, by: "microsoftCrmIdentifier" } : { kind: "none" };
    },
  ],
  [
    "closed and linked holders do not count",
    (one, records) =>
      identifyRecord(
        one,
        records.filter(({ isOpen, isLinked }) => isOpen && !isLinked),
      ),
  ],
  [
    "spelling counts",
    (one, records) =>
      identifyRecord(
        one,
        records.filter((r) => r.microsoftCrmIdentifier === number),
      ),
  ],
  ["nothing is certain", () => ({ kind: "none" })],
];

test.each(broken)("the law finds a match in which %s", (_what, identify) => {
  expect(() => check(identify, runs)).toThrow(/Property failed/);
});

const deal = {
  name: "ERP for Fabrikam",
  dealValue: "50000",
  currency: "EUR",
  closeDate: "2027-03-31",
  contact: { firstName: "Ada", lastName: "Berg", email: "ada.berg@fabrikam.example", phone: "", title: "" },
  solutions: [{ id: "SOL-10001-CFS", name: "Accelerator" }],
};
type Deal = Partial<typeof deal>;

/** What a seller typed of the same deal: near enough to speak for it, or not. */
const typed = {
  name: [{ name: "ERP for Fabrikam" }, { name: "erp for FABRIKAM." }, { name: "Fabrikam, new system" }],
  dealValue: [
    { dealValue: "41000" },
    { dealValue: "60000" },
    { dealValue: "95000" },
    { dealValue: "48000", currency: "USD" },
  ],
  closeDate: [{ closeDate: "2027-02-15" }, { closeDate: "2027-05-20" }, { closeDate: "2027-09-30" }],
  contact: [{ contact: { ...deal.contact, email: "ADA.BERG@fabrikam.example " } }, {}],
  solution: [{ solutions: [...deal.solutions, { id: "SOL-9", name: "" }] }, { solutions: [] }],
} as const;
const near: Readonly<Record<keyof typeof typed, number>> = {
  name: 2,
  dealValue: 2,
  closeDate: 2,
  contact: 1,
  solution: 1,
};
const kinds = ["name", "dealValue", "closeDate", "contact", "solution"] as const;

test("every record that a seller typed near enough in two respects is likely, and none that is near in fewer", () => {
  const choice = fc.tuple(...kinds.map((kind) => fc.nat(typed[kind].length - 1)));
  fc.assert(
    fc.property(choice, (chosen) => {
      const parts: Deal[] = kinds.map((kind, at) => ({ ...typed[kind][chosen[at] ?? 0] }) as Deal);
      const record = Object.assign({ currency: "EUR" }, ...parts) as Deal;
      const expected = kinds.filter((kind, at) => (chosen[at] ?? 0) < near[kind]);
      expect(weighMatch(deal, record)).toEqual(expected);
    }),
    { numRuns: 1_000, seed: 12 },
  );
});

test.each([
  ["nothing is known", {}],
  ["values are zero", { dealValue: "0", currency: "EUR" }],
  ["names have no letter", { name: "–" }],
  ["the day is none", { closeDate: "" }],
])("nothing speaks for a record where %s", (_what, record: Deal) => {
  expect(weighMatch(record, record)).toEqual([]);
});
