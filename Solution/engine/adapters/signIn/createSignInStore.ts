import { done } from "../../domain/failure/Outcome";
import { columns, tables } from "../../domain/schema";
import { parsePendingSignIn, type PendingSignIn } from "../../domain/signIn/PendingSignIn";
import type { SignInStore } from "../../ports/SignInStore";
import { tagged, toRow, type RowReader } from "../dataverse/DataverseRow";
import { toDataverseFailure } from "../dataverse/toDataverseFailure";
import type { Host } from "../host/Host";
import { changeSecureRow, readSecureRow } from "./secureRow";

const { connection } = columns;
const { logicalName, primaryName } = tables.connection;
const connectionName = "default";

const isStill = (row: RowReader, pending: PendingSignIn): boolean =>
  row.text(connection.pendingSignIn) === JSON.stringify(pending);

/** Sign-ins on the one row of the connection table, over the bridge. */
export const createSignInStore = (host: Host): SignInStore => ({
  pending: async () => {
    const row = await readSecureRow(host);
    if (row.kind === "failed") return row;
    return done(parsePendingSignIn(row.value?.text(connection.pendingSignIn) ?? ""));
  },

  begin: async (pending) => {
    const row = toRow(logicalName, { [connection.pendingSignIn]: JSON.stringify(pending) });
    const Target = { ...row, keys: { [primaryName]: connectionName } };
    const answer = await host.call("org.execute", { message: "Upsert", parameters: { Target }, as: "system" });
    return answer.ok ? null : toDataverseFailure(answer);
  },

  replace: async (pending, by) => {
    const value = by === null ? null : JSON.stringify(by);
    const plan = (row: RowReader) => (isStill(row, pending) ? { [connection.pendingSignIn]: value } : null);
    const changed = await changeSecureRow(host, plan);
    return changed.kind === "failed" ? changed.failure : null;
  },

  complete: (pending, { refreshToken, endsOn, signedInAs, tenantId }) =>
    changeSecureRow(host, (row) =>
      isStill(row, pending)
        ? {
            [connection.pendingSignIn]: null,
            [connection.refreshToken]: refreshToken,
            [connection.refreshTokenExpiresOn]: tagged.instant(endsOn),
            [connection.signedInAs]: signedInAs,
            [connection.tenantId]: tenantId,
          }
        : null,
    ),

  forget: async () => {
    let wasSignedIn = false;
    const changed = await changeSecureRow(host, (row) => {
      wasSignedIn = row.text(connection.refreshToken) !== "";
      return {
        [connection.pendingSignIn]: null,
        [connection.refreshToken]: null,
        [connection.refreshTokenExpiresOn]: null,
        [connection.signedInAs]: null,
        [connection.tenantId]: null,
      };
    });
    return changed.kind === "failed" ? changed : done(wasSignedIn);
  },
});
