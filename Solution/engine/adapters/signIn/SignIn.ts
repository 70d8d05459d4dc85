import { addMs, type Instant } from "../../domain/values/instant";
import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { columns, tables } from "../../domain/schema";
import { toDataverseFailure } from "../dataverse/toDataverseFailure";
import { createRowReader, tagged, toRow, type DataverseRow } from "../dataverse/DataverseRow";
import type { Host } from "../host/Host";

/** The sign-in of the Partner Center user, from the one row of the connection table. */
export interface SignIn {
  rowId: string;
  refreshToken: string;
}

const connectionName = "default";
/** Microsoft Entra ends a refresh token that nobody used for so long. */
const refreshTokenLifeMs = 90 * 86_400_000;

const { logicalName: table, primaryId, primaryName } = tables.connection;
const { connection } = columns;

const query =
  `<fetch top="1"><entity name="${table}"><attribute name="${primaryId}"/><attribute name="${connection.refreshToken}"/>` +
  `<filter><condition attribute="${primaryName}" operator="eq" value="${connectionName}"/></filter></entity></fetch>`;

/** Reads the secured columns, which nobody but the system may. */
export const readSignIn = async (host: Host): Promise<Outcome<SignIn>> => {
  const answer = await host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml: query, as: "system" });
  if (!answer.ok) return failed(toDataverseFailure(answer));
  const [row] = answer.value.rows;
  const reader = row ? createRowReader(row) : null;
  const refreshToken = reader?.text(connection.refreshToken) ?? "";
  if (!reader || refreshToken === "") return failed(toFailure("connection.notSignedIn", "no refresh token is stored"));
  return done({ rowId: reader.text(primaryId), refreshToken });
};

/**
 * Stores the refresh token that replaces the one just used. A write that is lost, or rolled back, costs nothing: Microsoft
 * Entra keeps the used one valid, and the next run stores its own.
 */
export const keepRefreshToken = async (host: Host, { rowId }: SignIn, token: string, now: Instant): Promise<void> => {
  const attributes = {
    [connection.refreshToken]: token,
    [connection.refreshTokenExpiresOn]: tagged.instant(addMs(now, refreshTokenLifeMs)),
  };
  await host.call("org.update", { entity: toRow(table, attributes, rowId), as: "system" });
};
