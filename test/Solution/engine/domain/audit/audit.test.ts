import fc from "fast-check";
import { createHash } from "node:crypto";
import { toHashedText, type AuditEntry } from "../../../../../Solution/engine/domain/audit/AuditEntry";
import { auditFacts } from "../../../../../Solution/engine/domain/audit/auditFacts";
import { extendTrail, maxTrailChars } from "../../../../../Solution/engine/domain/audit/extendTrail";
import { failureWithDetail } from "../../../../../Solution/engine/domain/failure/Failure";
import { World } from "../../support/World";

const now = "2026-11-22T21:04:05.000Z";
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const isChained = (entries: readonly AuditEntry[]): boolean =>
  entries.every(
    (entry, at) =>
      entry.sequence === at + 1 &&
      entry.previousHash === (entries[at - 1]?.hash ?? "") &&
      entry.hash === sha256(toHashedText(entry)),
  );

test("the newest fact stands first, with time, mark and words", () => {
  const trail = extendTrail(
    "2026-11-22 20:00:00Z Sync is off.",
    [auditFacts.outboundPaused(), auditFacts.referralClosed("Won")],
    now,
  );

  expect(trail.split("\n")).toEqual([
    "2026-11-22 21:04:05Z The deal is closed in Partner Center (Won), which takes no more changes.",
    "2026-11-22 21:04:05Z Waiting: an administrator has switched off sending to Partner Center.",
    "2026-11-22 20:00:00Z Sync is off.",
  ]);
});

test("the trail never outgrows its column, and loses whole lines at the old end only", () => {
  let trail = "";
  for (let at = 0; at < 600; at += 1)
    trail = extendTrail(trail, [auditFacts.referralUpdated([`Field ${at}`], {})], now);

  const lines = trail.split("\n");
  expect(trail.length).toBeLessThanOrEqual(maxTrailChars);
  expect(lines[0]).toContain("Field 599.");
  expect(lines.slice(0, -1).map((line) => Number(/Field (\d+)/.exec(line)?.[1]))).toEqual(
    Array.from({ length: lines.length - 1 }, (_none, at) => 599 - at),
  );
  expect(lines.at(-1)).toMatch(/^… Older entries/);
});

test("a fact is one line, whatever a name or an answer holds", () => {
  const fact = { ...auditFacts.outboundPaused(), words: "a\nb\r\n\tc" };

  expect(extendTrail("", [fact], now)).toBe("2026-11-22 21:04:05Z a b c");
});

test("sellers read no identifiers, codes or messages; administrators find codes in the details, and messages in the log alone", () => {
  const failure = failureWithDetail("partnerCenter.invalidRequest", "Partner Center answered 400.", {
    cause: "RAW text",
  });
  const { words, detail } = auditFacts.sendingFailed(failure, null);

  expect(words).not.toMatch(/400|invalidRequest|RAW/);
  expect(detail).toMatchObject({ code: "partnerCenter.invalidRequest", detail: "Partner Center answered 400." });
  expect(JSON.stringify(detail)).not.toContain("RAW");
});

test("entries are chained, and leaving out, changing or swapping any of them shows", async () => {
  const world = new World();
  for (const dealValue of ["1", "2", "3", "4"]) {
    world.edit({ dealValue });
    await world.run();
  }
  const entries = world.rows.entries;

  expect(entries).toHaveLength(4);
  expect(isChained(entries)).toBe(true);
  fc.assert(
    fc.property(fc.nat(2), fc.constantFrom("drop", "change", "swap"), (at, harm) => {
      const harmed = entries.map((entry) => ({ ...entry }));
      const [one, two] = [harmed[at], harmed[at + 1]];
      if (harm === "drop") harmed.splice(at, 1);
      else if (harm === "change" && one) one.detail = one.detail.replace("a", "b");
      else if (one && two) [harmed[at], harmed[at + 1]] = [two, one];
      expect(isChained(harmed)).toBe(false);
    }),
  );
});
