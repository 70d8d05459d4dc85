import fc from "fast-check";
import { auditFacts } from "../../../Solution/engine/domain/audit/auditFacts";
import { extendTrail } from "../../../Solution/engine/domain/audit/extendTrail";
import { parseTrail } from "../../../PcfControls/AuditTrail/parseTrail";

it("reads time, mark and words of a line", () => {
  expect(parseTrail("2026-11-22 21:04:05Z ✔ Sent to Partner Center")).toEqual([
    { place: 0, occurredOn: new Date("2026-11-22T21:04:05Z"), kind: "success", text: "Sent to Partner Center" },
  ]);
});

it("reads what the engine writes, line by line", () => {
  const { syncTurnedOff, referralUpdated, conflictFound } = auditFacts;
  const trail = extendTrail(
    extendTrail("", [syncTurnedOff(true)], "2026-11-22T20:00:00.000Z"),
    [referralUpdated(["Topic"], {}), conflictFound(["Topic"], {})],
    "2026-11-22T21:04:05.123Z",
  );
  expect(parseTrail(trail).map(({ kind, occurredOn }) => [kind, occurredOn?.toISOString()])).toEqual([
    ["problem", "2026-11-22T21:04:05.000Z"],
    ["success", "2026-11-22T21:04:05.000Z"],
    ["note", "2026-11-22T20:00:00.000Z"],
  ]);
  expect(parseTrail(trail)[1]?.text).toBe("Sent to Partner Center: Topic.");
});

it.each([
  ["2026-11-22 21:04Z ✖ Sign-in expired", "problem", "Sign-in expired"],
  ["2026-11-22T21:04:05.123Z - Referral created", "note", "Referral created"],
  ["2026-11-22 21:04:05Z: Sent", "note", "Sent"],
])("reads %s", (line, kind, text) => {
  const [entry] = parseTrail(line);
  expect(entry).toMatchObject({ kind, text });
  expect(entry?.occurredOn?.toISOString()).toMatch(/^2026-11-22T21:04/);
});

it.each(["Written by an older version", "2026-99-99 21:04:05Z ✔ No such day", "✖ without a time"])(
  "shows an unknown line as it is: %s",
  (line) => {
    expect(parseTrail(line)).toEqual([{ place: 0, occurredOn: null, kind: "note", text: line }]);
  },
);

it("skips empty lines, of Windows too", () => {
  expect(parseTrail("one\r\n\r\n  \ntwo\n").map(({ text }) => text)).toEqual(["one", "two"]);
});

// Laws: nothing is lost, nothing throws.
it("keeps the words of every line that holds any", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (lines) => {
      const written = lines.flatMap((line) => line.split(/\r?\n/)).filter((line) => line.trim() !== "");
      const entries = parseTrail(lines.join("\n"));
      expect(entries).toHaveLength(written.length);
      for (const [place, entry] of entries.entries()) expect(written[place]).toContain(entry.text.trim());
    }),
  );
});
