import { choices, columns, tables } from "../../../../Solution/engine/domain/schema";
import type { Sides, Body } from "../Sides";
import type { MappedPlace } from "./mappedPlaces";
import type { OddBatch, SentRecord } from "./OddBatch";

const { message, link } = columns;

export type Outcome =
  /** The record is there, with the value as it is, or with nothing of it to hold. */
  | { kind: "whole" }
  /** The record is there, and says what became of the value. */
  | { kind: "told"; line: string }
  /** The record is there, another value than Partner Center's in it, and nobody is told. */
  | { kind: "silent"; value: unknown; audit: readonly string[] }
  | { kind: "parked"; owner: string; words: string }
  /** Neither. */
  | { kind: "lost"; why: string };

const owners = Object.fromEntries(Object.entries(choices.failureOwner).map(([name, value]) => [value, name]));

/** What both sides know of the batch at one moment. */
interface Look {
  links: ReadonlyMap<string, Body>;
  messages: ReadonlyMap<string, Body>;
}

const linkColumns = [
  link.referralIdentifier,
  link.referralETag,
  link.leaseOwner,
  `_${link.opportunityId}_value`,
  `_${link.leadId}_value`,
];
const messageColumns = [message.subject, message.state, message.parkedFor, message.detail];

const look = async (sides: Sides): Promise<Look> => {
  const isOpen = `${message.state} ne ${choices.messageState.done}`;
  const [links, messages] = await Promise.all([
    sides.rows(`${tables.link.entitySetName}?$select=${linkColumns.join(",")}`),
    sides.rows(`${tables.message.entitySetName}?$select=${messageColumns.join(",")}&$filter=${isOpen}`),
  ]);
  const by = (rows: readonly Body[], column: string): ReadonlyMap<string, Body> =>
    new Map(rows.map((row) => [String(row[column]), row]));
  return { links: by(links, link.referralIdentifier), messages: by(messages, message.subject) };
};

const recordOf = (row: Body | undefined): { table: "opportunity" | "lead"; id: string } | null => {
  const opportunity = row?.[`_${link.opportunityId}_value`];
  if (typeof opportunity === "string") return { table: "opportunity", id: opportunity };
  const lead = row?.[`_${link.leadId}_value`];
  return typeof lead === "string" ? { table: "lead", id: lead } : null;
};

const messageOf = ({ links, messages }: Look, referralId: string): Body | undefined => {
  const record = recordOf(links.get(referralId));
  const ofRecord = record === null ? undefined : messages.get(`${record.table}/${record.id}`);
  return ofRecord ?? messages.get(`referral/${referralId}`);
};

/** The link has seen the newest version, and no run is at it. */
const isLinked = ({ links }: Look, { referralId }: SentRecord, batch: OddBatch): boolean => {
  const row = links.get(referralId);
  if (row === undefined || recordOf(row) === null) return false;
  return row[link.referralETag] === batch.read(referralId).eTag && row[link.leaseOwner] === null;
};

const isParked = (row: Body | undefined): boolean => row?.[message.state] === choices.messageState.parked;

/** Maintenance comes again and again, as its flow does: what met a passing trouble waits about a minute for it. */
const maintenanceEveryMs = 20_000;

/** Waits until every record of the batch has arrived or is parked; those that are neither in time. */
export const untilSettled = async (
  sides: Sides,
  batch: OddBatch,
  sent: readonly SentRecord[],
  { limitMs, maintain }: { limitMs: number; maintain: () => Promise<unknown> },
): Promise<readonly SentRecord[]> => {
  const deadline = Date.now() + limitMs;
  let maintenanceDue = Date.now() + maintenanceEveryMs;
  for (;;) {
    const now = await look(sides);
    const open = sent.filter((record) => !isLinked(now, record, batch) && !isParked(messageOf(now, record.referralId)));
    if (open.length === 0 || Date.now() > deadline) return open;
    await new Promise((resolve) => setTimeout(resolve, 250));
    if (Date.now() < maintenanceDue) continue;
    await maintain();
    maintenanceDue = Date.now() + maintenanceEveryMs;
  }
};

/** Without signs that Dataverse has no character for. */
const clean = (text: string): string =>
  text
    .replace(/[^\t\n\r -\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === "string" && clean(value) === "");

const numbers: readonly string[] = ["whole", "long", "decimal", "float", "money"];

const isYes = (wire: unknown): boolean => wire === true || /^(?:yes|true)$/i.test(toText(wire).trim());

/** Nobody consents by anything but a yes. */
const isConsent = (column: unknown): boolean => column === true || column === choices.referralVisibility.visible;

const isSame = (column: unknown, wire: unknown, { kind, place }: MappedPlace): boolean => {
  if (place.startsWith("/consent/")) return isConsent(column) === isYes(wire);
  // Another value may stand in for none.
  if (isNothing(wire)) return true;
  if (kind === "flag")
    return (column ?? false) === isYes(wire) && (isYes(wire) || /^(?:no|false|0)$/i.test(String(wire)));
  if (isNothing(column)) return false;
  if (typeof wire !== "string" && typeof wire !== "number") return false;
  if (numbers.includes(kind)) return Math.abs(Number(column) - Number(wire)) <= 0.005;
  if (kind === "moment") {
    const moment = new Date(String(wire));
    return !Number.isNaN(moment.getTime()) && String(column).startsWith(moment.toISOString().slice(0, 10));
  }
  return clean(String(column)) === clean(String(wire));
};

const readColumn = (row: Body, column: string): unknown => {
  const [table = "", name = ""] = column.split(".");
  if (table !== "account" && table !== "contact") return row[name];
  const parent = row[`parent${table}id`];
  return typeof parent === "object" && parent !== null ? (parent as Body)[name] : null;
};

/** Opportunities and leads call it the same. */
const auditColumn = columns.opportunity.audit;

const checkRow = (row: Body, { place, odd }: SentRecord): Outcome => {
  const { column, kind, label } = place;
  const lines = toText(row[auditColumn]).split("\n");
  const isTold = (text: string): boolean =>
    [`${label}:`, ` ${label}.`, ` ${label},`].some((words) => text.includes(words)) ||
    (kind === "lookup" && /does not use its currency|currency .*that Dynamics 365 does not know/.test(text));
  const line = lines.find(isTold);
  // No text, where the customer's account and contact take text.
  const takesNumbers = place.place.startsWith("/customerProfile/");
  const takesText = takesNumbers || place.place.includes("/attributes/");
  const isNoValue = takesText && typeof odd.value !== "string" && !(takesNumbers && typeof odd.value === "number");
  if (column === "" || isNoValue || isSame(readColumn(row, column), odd.value, place)) return { kind: "whole" };
  return line === undefined
    ? { kind: "silent", value: readColumn(row, column), audit: lines }
    : { kind: "told", line: line.replace(/^\S+ \S+ /, "") };
};

/** What became of each record, once nothing goes on any more. */
export const judge = async (
  sides: Sides,
  sent: readonly SentRecord[],
  open: readonly SentRecord[],
): Promise<readonly (SentRecord & { outcome: Outcome })[]> => {
  const now = await look(sides);
  const checkOne = async (record: SentRecord): Promise<Outcome> => {
    const row = messageOf(now, record.referralId);
    if (isParked(row)) {
      const owner = owners[Number(row?.[message.parkedFor])] ?? "";
      return { kind: "parked", owner, words: toText(row?.[message.detail]) };
    }
    const found = recordOf(now.links.get(record.referralId));
    if (open.includes(record) || found === null)
      return { kind: "lost", why: JSON.stringify(row ?? now.links.get(record.referralId) ?? "no trace") };
    const path =
      found.table === "lead"
        ? `leads(${found.id})`
        : `opportunities(${found.id})?$expand=parentaccountid,parentcontactid`;
    return checkRow(await sides.crm(path), record);
  };
  const judged = [];
  for (const record of sent) judged.push({ ...record, outcome: await checkOne(record) });
  return judged;
};
