import type { Outcome } from "../domain/failure/Outcome";
import type { JsonObject } from "../domain/values/Json";

/** A record that is about to be written because of a referral. */
export interface RecordToWrite {
  table: "opportunity" | "lead";
  operation: "create" | "update";
  /** Columns by logical name, in the value format of the plug-in host. */
  record: JsonObject;
  /** The referral as Partner Center answered it. */
  referral: JsonObject;
}

/**
 * Gives a record to the company's own custom API, which may change whatever comes from Partner Center before it is written:
 * the record as the API gives it back, the very same where `api` is empty. It runs with the rights of the request's user. When
 * it fails nothing must be written: the change waits for its next attempt.
 */
export type Customize = (api: string, change: RecordToWrite) => Promise<Outcome<JsonObject>>;
