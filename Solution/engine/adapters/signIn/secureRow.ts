import { toFailure, type Failure } from "../../domain/failure/Failure";
import { failed, done, type Outcome } from "../../domain/failure/Outcome";
import { columns, tables } from "../../domain/schema";
import type { Json } from "../../domain/values/Json";
import { guardOf, lockConnection, readConnection } from "../dataverse/connectionRow";
import { toRow, type RowReader } from "../dataverse/DataverseRow";
import { isOvertaken, toDataverseFailure } from "../dataverse/toDataverseFailure";
import type { Host } from "../host/Host";

const { connection } = columns;
const { logicalName, primaryId } = tables.connection;

/** Events and counters write the same row, so a write may be overtaken by one that has nothing to do with it. */
const attempts = 3;

/** The connection with its secured columns; null before anybody began to sign in. One request. */
export const readSecureRow = (host: Host): Promise<Outcome<RowReader | null>> =>
  readConnection(host, [connection.refreshToken, connection.pendingSignIn, connection.refreshTokenExpiresOn]);

/**
 * Writes the row as long as what is read of it allows: `plan` gives the columns, or null to leave it alone. True when it was
 * written. Two requests, and two more whenever somebody else writes the row in between.
 */
export const changeSecureRow = async (
  host: Host,
  plan: (row: RowReader) => Record<string, Json> | null,
): Promise<Outcome<boolean>> => {
  let overtaken: Failure = toFailure("dataverse.changedMeanwhile", logicalName);
  await lockConnection(host);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const row = await readSecureRow(host);
    if (row.kind === "failed") return row;
    const attributes = row.value === null ? null : plan(row.value);
    if (row.value === null || attributes === null) return done(false);
    const entity = toRow(logicalName, attributes, row.value.text(primaryId));
    const answer = await host.call("org.update", { entity, ...guardOf(host, row.value), as: "system" });
    if (answer.ok) return done(true);
    if (!isOvertaken(answer)) return failed(toDataverseFailure(answer));
    overtaken = toDataverseFailure(answer);
  }
  return failed(overtaken);
};
