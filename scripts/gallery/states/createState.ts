import type { FailureCode } from "../../../Solution/engine/domain/failure/failureKinds";
import { columns, tables } from "../../../Solution/engine/domain/schema";
import type { ControlState } from "./ControlState";
import { DealRecords, linkRow, type Row, type Values } from "./deal";

const { answerDueOn, failureCode } = columns.link;
const { field, fieldLabel, lastAgreedValue, valueHere, valueThere } = columns.conflict;
export const accepted = { status: "Active", substatus: "Accepted" };

/** What is special about a state beyond the form's values. */
interface Beside extends Partial<Omit<ControlState, "id" | "title" | "values" | "records">> {
  link?: Row;
  conflicts?: readonly Row[];
  solutions?: readonly Row[];
  catalogue?: readonly Row[];
  variables?: Readonly<Record<string, string>>;
  server?: Partial<Pick<DealRecords, "isFailing" | "isForbidden" | "isSilent" | "missing">>;
}

/** An environment variable with a value of its own. */
const variableRow = ([schemaname, value]: [string, string]): Row => ({
  schemaname,
  defaultvalue: "yes",
  environmentvariabledefinition_environmentvariablevalue: [{ value }],
});

const recordsWith = ({ link, conflicts, solutions, catalogue, variables, server }: Beside): DealRecords => {
  const records = Object.assign(new DealRecords(), server);
  if (link) records.rows[tables.link.logicalName] = [link];
  if (conflicts) records.rows[tables.conflict.logicalName] = [...conflicts];
  if (solutions) records.rows[tables.partnerCenterSolution.logicalName] = [...solutions];
  if (catalogue) records.rows[tables.solutionDetail.logicalName] = [...catalogue];
  records.rows.environmentvariabledefinition = Object.entries(variables ?? {}).map(variableRow);
  return records;
};

/** A state of a control, with what stands beside its form. */
export const createState = (id: string, title: string, values: Values, beside: Beside = {}): ControlState => {
  const { recordId, isReadOnly, isOffline, security } = beside;
  return {
    id,
    title,
    values,
    records: recordsWith(beside),
    ...(recordId === undefined ? {} : { recordId }),
    isReadOnly: isReadOnly ?? false,
    isOffline: isOffline ?? false,
    ...(security && { security }),
  };
};

/** Two values that both sides changed. */
export const conflictRows: readonly Row[] = [
  {
    [tables.conflict.primaryId]: "c-1",
    [field]: "/details/dealValue",
    [fieldLabel]: "Est. Revenue",
    [valueHere]: "125000",
    [valueThere]: "90000",
  },
  {
    [tables.conflict.primaryId]: "c-2",
    [field]: "/details/notes",
    [fieldLabel]: "Description",
    [valueHere]: '"Replaces the routing of 40 vans."',
    [valueThere]: '"Replaces the routing of 60 vans; the pilot begins in March."',
  },
];

/** Another record that may be the deal of a referral. */
export const proposalRow: Row = {
  [tables.conflict.primaryId]: "p-1",
  [field]: "match/0b9c3f0e-1111-4a11-8a11-000000000001",
  [fieldLabel]: "May be the same deal",
  [valueHere]: '"“ERP rollout”, 48000 EUR"',
  [valueThere]: '"“ERP for Fabrikam”, 50000 EUR"',
  [lastAgreedValue]: '"deal value, contact"',
};

/** A link whose last attempt came to nothing. */
export const failedLink = (code: FailureCode, about?: Row, memory: Row = {}): Row =>
  linkRow({ ...memory, ...(about && { attempt: { code, about } }) }, { [failureCode]: code });

/** A link that waits for an answer: ours where `isOffered`, or else Microsoft's. */
export const waitingLink = (dueOn: number, isOffered: boolean): Row =>
  linkRow(
    isOffered
      ? { own: { status: "New", substatus: "Received" } }
      : { own: accepted, microsoft: { status: "New", substatus: "Pending" } },
    { [answerDueOn]: new Date(dueOn).toISOString(), ...(isOffered && { [failureCode]: "referral.answerDue" }) },
  );
