import { choices } from "../../Solution/engine/domain/schema";
import type { Row } from "./DataClient";
import type { SyncAnswer, SyncFailure, SyncFinding, SyncStatus } from "./SyncAnswer";

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

const toFinding = (row: Row): SyncFinding => ({
  severity: row["severity"] === "blocking" ? "blocking" : "warning",
  words: toText(row["words"]),
  fix: toText(row["fix"]),
});

const owners = ["seller", "administrator", "microsoft"] as const;

const toFailure = (row: Row): SyncFailure => ({
  words: toText(row["words"]),
  fix: toText(row["fix"]),
  owner: owners.find((owner) => owner === row["owner"]) ?? "nobody",
});

/** Name of a Sync Status value; null for a value this version does not know. */
export const toStatus = (choice: unknown): SyncStatus | null => {
  const entry = Object.entries(choices.syncStatus).find(([, value]) => value === choice);
  return entry ? (entry[0] as SyncStatus) : null;
};

const parseResponse = (json: unknown): Row => {
  try {
    const parsed: unknown = JSON.parse(toText(json));
    return isRow(parsed) ? parsed : {};
  } catch {
    return {};
  }
};

/** Reads the custom API's answer; null when it is not one (an older or broken server side). */
export const toSyncAnswer = (row: Row): SyncAnswer | null => {
  const response = parseResponse(row["Response"]);
  const status = toStatus(row["SyncStatus"]);
  if (!status) return null;
  const findings = Array.isArray(response["findings"]) ? response["findings"].filter(isRow) : [];
  const failure = response["failure"];
  return { status, findings: findings.map(toFinding), failure: isRow(failure) ? toFailure(failure) : null };
};
