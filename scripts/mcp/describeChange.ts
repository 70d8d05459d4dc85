import type { Change, PlannedWrite, Preview } from "./CoSell";

const sentences: Readonly<Record<Change["kind"], string>> = {
  share: "Share this deal with Partner Center, or send what was changed since",
  accept: "Accept the deal that Microsoft offers. This cannot be taken back",
  decline: "Decline the deal that Microsoft offers. This closes it and cannot be taken back",
  won: "Close the deal as won on both sides. This cannot be taken back",
  lost: "Close the deal as lost on both sides. This cannot be taken back",
  decide: "Decide a conflict: the value becomes that of both sides",
};

/**
 * What a person is asked to approve: a sentence of ours, then every value that would be written, a line each. Values are quoted and
 * what cannot be seen in them is spelled out, so that no text in a deal can pass for a line of this.
 */
export const describeChange = (change: Change, { writes, changesHere, findings }: Preview): string =>
  [
    `${sentences[change.kind]}.`,
    change.kind === "decide" ? `Conflict ${change.conflictId}` : `${change.deal.table} ${change.deal.id}`,
    "",
    writes.length === 0 ? "Nothing is sent to Partner Center." : "Sent to Partner Center:",
    ...writes.flatMap(describeWrite),
    ...(changesHere.length === 0 ? [] : ["Written in Dynamics 365:"]),
    ...changesHere.map(({ field, value }) => `  ${quoted(field)}: ${quoted(value)}`),
    ...findings.map(({ severity, words }) => `${severity === "error" ? "Missing" : "Note"}: ${quoted(words)}`),
  ].join("\n");

/** JSON, with everything spelled out that shows nothing or turns the direction of reading. */
export const quoted = (value: unknown): string =>
  JSON.stringify(value).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);

interface Operation {
  path: string;
  value: unknown;
}

const describeWrite = ({ method, path, body }: PlannedWrite): string[] => [
  `  ${method} ${path}`,
  ...(method === "PATCH"
    ? (body as readonly Operation[]).map((operation) => `    ${quoted(operation.path)}: ${quoted(operation.value)}`)
    : leavesOf(body).map(([place, value]) => `    ${quoted(place)}: ${quoted(value)}`)),
];

/** Every value of a referral with its place. */
const leavesOf = (value: unknown, place = ""): (readonly [string, unknown])[] =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, member]) => leavesOf(member, `${place}/${name}`))
    : [[place, value]];
