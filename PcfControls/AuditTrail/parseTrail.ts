/** One line of the trail. A line that is not in the known form is shown as it is, without time and kind. */
export interface TrailEntry {
  /** Place in the column's text, newest first; stays the same while the text does. */
  place: number;
  occurredOn: Date | null;
  kind: "success" | "problem" | "note";
  text: string;
}

// "2026-11-22 21:04:05Z ✔ Sent to Partner Center"; the seconds, the mark and the T are optional.
const knownLine = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?Z?[ :·|-]*([✔✖])?\s*(.*)$/u;

const toKind = (mark: string | undefined): TrailEntry["kind"] =>
  mark === "✔" ? "success" : mark === "✖" ? "problem" : "note";

const toEntry = (line: string, place: number): TrailEntry => {
  const [, date, time, mark, text] = knownLine.exec(line) ?? [];
  const occurredOn = date === undefined || time === undefined ? null : new Date(`${date}T${time}Z`);
  if (!occurredOn || text === undefined || Number.isNaN(occurredOn.getTime()))
    return { place, occurredOn: null, kind: "note", text: line };
  return { place, occurredOn, kind: toKind(mark), text };
};

/** Reads the text of the Audit column, newest line first. Never fails: what it does not know stays as it is written. */
export const parseTrail = (text: string): TrailEntry[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(toEntry);
