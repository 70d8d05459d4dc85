import { toFailure, failureWithDetail, type Failure } from "../../domain/failure/Failure";
import type { FailureCode } from "../../domain/failure/failureKinds";

/** A refusal of an `org.*` operation. */
export interface DataverseRefusal {
  code: string;
  message: string;
}

// Source: web service error codes of Dataverse, and its list of bulk operation errors for the deadlock that SQL tells as generic.
const codes: Readonly<Record<string, FailureCode>> = {
  "0x80040217": "dataverse.rowGone",
  "0x80040220": "dataverse.noRight",
  "0x80048306": "dataverse.noRight",
  "0x80040224": "dataverse.otherPlugIn",
  "0x80040265": "dataverse.otherPlugIn",
  "0x80040237": "dataverse.duplicate",
  "0x80040333": "dataverse.duplicate",
  "0x80060892": "dataverse.duplicate",
  "0x80041103": "dataverse.columnUnknown",
  "0x8004432f": "dataverse.valueOutOfRange",
  "0x80044330": "dataverse.valueOutOfRange",
  "0x80044331": "dataverse.textTooLong",
  "0x80060882": "dataverse.changedMeanwhile",
  "0x80044150": "dataverse.busy",
  "0x80044151": "dataverse.timeout",
  "0x80072321": "dataverse.busy",
  "0x80072322": "dataverse.busy",
  "0x80072326": "dataverse.busy",
  "0x8004e00a": "dataverse.busy",
};

/** How Dataverse numbers its errors. */
const number = /^0x[0-9a-f]{8}$/i;

/** The row is not there. */
export const isAbsent = ({ code }: DataverseRefusal): boolean => code === "0x80040217";

const duplicateCodes = ["0x80040237", "0x80060892", "0x8004f018"];

/** A row with the same id or key exists. */
export const isDuplicate = ({ code }: DataverseRefusal): boolean => duplicateCodes.includes(code);

/** A row with the same key exists, or the row has another version by now: somebody else was faster. */
export const isOvertaken = (refusal: DataverseRefusal): boolean =>
  refusal.code === "0x80060882" || refusal.code === "0x80060893" || isDuplicate(refusal);

export const toDataverseFailure = ({ code, message }: DataverseRefusal): Failure => {
  const isHosts = code.startsWith("host.");
  const known = codes[code.toLowerCase()] ?? (isHosts ? "host.unexpected" : "dataverse.refused");
  const cause = `${code}: ${message}`;
  return number.test(code)
    ? failureWithDetail(known, `Dynamics 365 answered ${code}.`, { cause })
    : toFailure(known, cause);
};
