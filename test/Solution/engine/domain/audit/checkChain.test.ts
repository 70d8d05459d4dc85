import { createHash } from "node:crypto";
import { toHashedText } from "../../../../../Solution/engine/domain/audit/AuditEntry";
import { auditFacts } from "../../../../../Solution/engine/domain/audit/auditFacts";
import { checkChain, type ChainEnd, type HashedEntry } from "../../../../../Solution/engine/domain/audit/checkChain";
import { extendTrail } from "../../../../../Solution/engine/domain/audit/extendTrail";
import { renderTrail } from "../../../../../Solution/engine/domain/audit/renderTrail";
import { done } from "../../../../../Solution/engine/domain/failure/Outcome";
import { verifyTrails } from "../../../../../Solution/engine/flows/audit/verifyTrails";
import { chainFacts } from "../../../../../Solution/engine/flows/sync/chainFacts";
import type { AuditLog } from "../../../../../Solution/engine/ports/AuditLog";

const digest = { sha256: (text: string) => Promise.resolve(createHash("sha256").update(text).digest("hex")) };
const facts = [
  auditFacts.outboundPaused(),
  auditFacts.closedHere("won", "Won"),
  auditFacts.referralClosed("Won"),
  auditFacts.reopenedHere("Won"),
];
const now = "2026-11-22T21:04:05.678Z";

const makeTrail = async (): Promise<{ end: ChainEnd; entries: HashedEntry[] }> => {
  const chained = await chainFacts({ auditSequence: 0, auditHash: "" }, facts, now, digest);
  const entries = chained.map(({ fact, ...entry }) => ({
    ...entry,
    linkId: "link",
    name: fact.words,
    factName: fact.name,
    isHashRight: true,
  }));
  const { sequence = 0, hash = "" } = entries.at(-1) ?? {};
  return { end: { sequence, hash }, entries };
};

/** The entry as somebody wrote it who knows how hashes are made. */
const rehashed = async (entry: HashedEntry): Promise<HashedEntry> => ({
  ...entry,
  hash: await digest.sha256(toHashedText({ ...entry, sequence: entry.sequence ?? 0, fact: { name: entry.factName } })),
});

const at = (entries: readonly HashedEntry[], index: number): HashedEntry => {
  const entry = entries[index];
  if (entry === undefined) throw new Error(`no entry ${index}`);
  return entry;
};

type Tampering = (trail: {
  end: ChainEnd;
  entries: HashedEntry[];
}) => Promise<{ end: ChainEnd; entries: HashedEntry[] }>;

const replace =
  (index: number, toOther: (entry: HashedEntry) => Promise<HashedEntry>): Tampering =>
  async ({ end, entries }) => ({
    end,
    entries: await Promise.all(
      entries.map((entry, place) => (place === index ? toOther(entry) : Promise.resolve(entry))),
    ),
  });
const remove =
  (...indexes: number[]): Tampering =>
  ({ end, entries }) =>
    Promise.resolve({ end, entries: entries.filter((_entry, place) => !indexes.includes(place)) });
const add =
  (toOther: (last: HashedEntry) => HashedEntry | Promise<HashedEntry>): Tampering =>
  async ({ end, entries }) => ({ end, entries: [...entries, await toOther(at(entries, entries.length - 1))] });

test.each<[string, Tampering, { kind: string; sequence: number | null }[]]>([
  ["nothing", (trail) => Promise.resolve(trail), []],
  [
    "what an entry says",
    replace(1, (entry) => Promise.resolve({ ...entry, isHashRight: false })),
    [{ kind: "altered", sequence: 2 }],
  ],
  [
    "an entry and its hash",
    replace(1, (entry) => rehashed({ ...entry, detail: "{}" })),
    [{ kind: "altered", sequence: 2 }],
  ],
  [
    "the last entry and its hash",
    replace(3, (entry) => rehashed({ ...entry, detail: "{}" })),
    [{ kind: "altered", sequence: 4 }],
  ],
  [
    "what an entry is called",
    replace(2, (entry) => Promise.resolve({ ...entry, name: "Paid." })),
    [{ kind: "altered", sequence: 3 }],
  ],
  [
    "an entry's name taken away",
    replace(2, (entry) => Promise.resolve({ ...entry, name: "" })),
    [{ kind: "altered", sequence: 3 }],
  ],
  ["the first entry deleted", remove(0), [{ kind: "deleted", sequence: 1 }]],
  [
    "two entries deleted",
    remove(1, 3),
    [
      { kind: "deleted", sequence: 2 },
      { kind: "deleted", sequence: 4 },
    ],
  ],
  [
    "a beginning put before the first",
    replace(0, (entry) => rehashed({ ...entry, previousHash: "x" })),
    [{ kind: "altered", sequence: 1 }],
  ],
  ["an entry without a number", add((last) => ({ ...last, sequence: null })), [{ kind: "inserted", sequence: null }]],
  [
    "an entry far behind",
    add((last) => rehashed({ ...last, sequence: 90, previousHash: last.hash })),
    [{ kind: "inserted", sequence: 90 }],
  ],
  [
    "an entry behind that follows nobody",
    add((last) => rehashed({ ...last, sequence: 5 })),
    [{ kind: "inserted", sequence: 5 }],
  ],
  ["what a stopped run left behind", add((last) => rehashed({ ...last, sequence: 5, previousHash: last.hash })), []],
  [
    "a number that the link invents",
    ({ end, entries }) => Promise.resolve({ end: { ...end, sequence: 5 }, entries }),
    [{ kind: "deleted", sequence: 5 }],
  ],
])("%s", async (_, tamper, found) => {
  const { end, entries } = await tamper(await makeTrail());
  expect(checkChain(end, entries)).toEqual(found);
});

describe("over the entries that Dataverse gives back", () => {
  const verify = async (entries: readonly HashedEntry[], end: ChainEnd, audit: string, isLeased = false) => {
    const auditLog = { trailsOf: () => Promise.resolve(done({ entries, isWhole: true })) } as unknown as AuditLog;
    const record = { table: "opportunity", id: "o", name: "Deal", audit } as const;
    const verified = await verifyTrails({ auditLog, digest }, [{ id: "link", createdOn: now, record, end, isLeased }]);
    if (verified.kind === "failed") throw new Error("failed");
    const [trail] = verified.value;
    return { faults: trail?.faults, isShown: trail?.isShown };
  };

  test("moments are hashed to the second, as Dataverse keeps them", async () => {
    const { entries } = await makeTrail();
    expect(entries.map(({ occurredOn }) => occurredOn)).toEqual(facts.map(() => "2026-11-22T21:04:05.000Z"));
  });

  test("the column is what the facts wrote, and is shown again where it is not", async () => {
    const { entries, end } = await makeTrail();
    const written = extendTrail("", facts, now);
    expect(renderTrail(entries)).toBe(written);
    expect((await verify(entries, end, written)).isShown).toBe(true);
    expect((await verify(entries, end, `typed\n${written}`)).isShown).toBe(false);
    // A run is at it: it has told the record what its entries do not say yet.
    expect((await verify(entries, end, "more", true)).isShown).toBe(true);
  });
});
