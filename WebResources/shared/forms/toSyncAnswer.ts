import { toSyncStatus } from "../../../Solution/engine/domain/sync/syncStatus";
import type { Row } from "./DataClient";
import type { AnsweredFailure, AnsweredFinding, SyncAnswer } from "./SyncAnswer";

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

const toFinding = (row: Row): AnsweredFinding => ({
  severity: row["severity"] === "blocking" ? "blocking" : "warning",
  words: toText(row["words"]),
  fix: toText(row["fix"]),
});

const owners = ["seller", "administrator", "microsoft"] as const;

const toFailure = (row: Row): AnsweredFailure => ({
  code: toText(row["code"]),
  reason: toText(row["reason"]),
  words: toText(row["words"]),
  fix: toText(row["fix"]),
  owner: owners.find((owner) => owner === row["owner"]) ?? "nobody",
});

/** The answer's `Response`, which is JSON; empty where it is not. */
export const parseResponse = (json: unknown): Row => {
  try {
    const parsed: unknown = JSON.parse(toText(json));
    return isRow(parsed) ? parsed : {};
  } catch {
    return {};
  }
};

/**
 * Reads the custom API's answer; null when it is not one. The script in the browser's cache may be older than the solution,
 * so nothing beyond the status is taken for granted.
 */
export const toSyncAnswer = (row: Row): SyncAnswer | null => {
  const choice = row["SyncStatus"];
  if (typeof choice !== "number") return null;
  const { findings, failure } = parseResponse(row["Response"]);
  return {
    status: toSyncStatus(choice),
    findings: (Array.isArray(findings) ? findings.filter(isRow) : []).map(toFinding),
    failure: isRow(failure) ? toFailure(failure) : null,
  };
};
