import { choices, columns, tables } from "../../Solution/engine/domain/schema";
import { answerDueCode } from "../../Solution/engine/domain/failure/Failure";
import { createAuditTrail } from "../gallery/states/auditTrail";
import { createSyncPanel } from "../gallery/states/syncPanel";
import type { ControlState } from "../gallery/states/ControlState";
import type { Row } from "../gallery/states/deal";
import { baseIds } from "../tenant/baseTables/baseIds";
import { sampleId } from "../tenant/baseTables/sampleData";
import type { PlainRow, SystemRows } from "../tenant/solution/rows/SystemRows";

const dayMs = 86_400_000;
const deal = columns.opportunity;

/** A deal in a state of the gallery, as an opportunity of the tenant. */
interface SeededDeal {
  name: string;
  account: string;
  contact: string;
  value: number;
  closesOn: string;
  /** Of the gallery's panel. */
  state: string;
}

const deals: readonly SeededDeal[] = [
  {
    name: "Fleet renewal",
    account: "fabrikam",
    contact: "erika",
    value: 125000,
    closesOn: "2027-03-31",
    state: "in-sync",
  },
  {
    name: "Copilot for the plants",
    account: "northwind",
    contact: "john",
    value: 288000,
    closesOn: "2027-04-15",
    state: "waiting-on-microsoft",
  },
  {
    name: "Data platform",
    account: "adatum",
    contact: "anna",
    value: 96000,
    closesOn: "2027-05-10",
    state: "conflict",
  },
  { name: "ERP rollout", account: "litware", contact: "lee", value: 48000, closesOn: "2027-06-01", state: "offered" },
  {
    name: "Security assessment",
    account: "northwind",
    contact: "john",
    value: 31000,
    closesOn: "2027-06-30",
    state: "paused",
  },
];

const toPlain = (value: unknown): PlainRow[string] =>
  value instanceof Date ? value.toISOString() : ((value ?? undefined) as PlainRow[string]);

/** The columns that the state's form shows. */
const columnsOf = ({ values }: ControlState): PlainRow =>
  Object.fromEntries(
    Object.entries(deal).flatMap(([key, column]) => (key in values ? [[column, toPlain(values[key])]] : [])),
  );

const linkOf = ({ records, values }: ControlState): Row => ({
  ...records.rows[tables.link.logicalName][0],
  [columns.link.syncStatus]: values["syncStatus"],
});

/** Rows of deals in several states, as the connector leaves them; nothing of the connector may run on them. The id of the first one. */
export async function seedDeals(rows: SystemRows, moment: number): Promise<string> {
  const { states } = createSyncPanel(moment);
  const audit = toPlain(createAuditTrail(moment).states.find(({ id }) => id === "some")?.values["audit"]);
  const ids: string[] = [];
  for (const { name, account, contact, value, closesOn, state: id } of deals) {
    const state = states.find((each) => each.id === id);
    if (!state) throw new Error(`The gallery has no state ${id}.`);
    const opportunityId = await rows.create("opportunity", {
      ...columnsOf(state),
      [deal.audit]: audit,
      name,
      parentaccountid: sampleId("account", account),
      parentcontactid: sampleId("contact", contact),
      estimatedvalue: value,
      estimatedclosedate: closesOn,
      transactioncurrencyid: baseIds.euro,
      ownerid: baseIds.kimSeller,
    });
    ids.push(opportunityId);
    await rows.create(tables.link.logicalName, {
      cosell_name: name,
      ...(linkOf(state) as PlainRow),
      [columns.link.opportunityId]: opportunityId,
      ownerid: baseIds.kimSeller,
    });
    await rows.create(tables.partnerCenterSolution.logicalName, {
      cosell_name: "Fleet Insights",
      cosell_solutionid: "S-1",
      cosell_opportunityid: opportunityId,
    });
  }
  return ids[0] ?? "";
}

const months = [1, 1, 2, 2, 2, 3, 4, 4, 5, 5, 5, 5];
const answers = ["Accepted", "Accepted", "Accepted", "Accepted", "Won", "Won", "Declined – Out of scope"];

/** What a year leaves in the tables that leaders look at; by the clock, as their views look back from today. */
export async function seedNumbers(rows: SystemRows, now: number): Promise<void> {
  const before = (days: number): string => new Date(now - days * dayMs).toISOString();
  for (const month of months)
    await rows.create(tables.auditEntry.logicalName, {
      cosell_name: "Shared",
      cosell_fact: "ReferralCreated",
      cosell_occurredon: before(month * 30),
    });
  for (const answer of answers)
    await rows.create(tables.auditEntry.logicalName, {
      cosell_name: `Microsoft’s side of the deal: ${answer}.`,
      cosell_fact: "MicrosoftAnswered",
      cosell_occurredon: before(20),
    });
  for (const days of [1, 3, 3, 6])
    await rows.create(tables.link.logicalName, {
      cosell_name: "Referral",
      cosell_syncstatus: choices.syncStatus.needsAttention,
      cosell_failurecode: answerDueCode,
      cosell_answerdueon: before(-days),
      overriddencreatedon: before(5),
      ownerid: baseIds.kimSeller,
    });
}
