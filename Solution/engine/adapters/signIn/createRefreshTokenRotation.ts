import { columns } from "../../domain/schema";
import { signInLifeMs } from "../../domain/maintenance/intervals";
import { isJsonObject } from "../../domain/values/Json";
import { addMs, type Instant } from "../../domain/values/instant";
import type { Clock } from "../../ports/Clock";
import type { TokenGrant } from "../../ports/IdentityProvider";
import { tagged } from "../dataverse/DataverseRow";
import type { Host } from "../host/Host";
import type { Memo } from "../host/Memo";
import { parseJson } from "../../domain/values/parseJson";
import { changeSecureRow } from "./secureRow";

const { connection } = columns;
const memoKey = "refresh token after";
const rememberMs = 86_400_000;

/** A refresh token that is to take the place of the stored one. */
interface Rotation {
  stored: string;
  refreshToken: string;
  endsOn: Instant;
}

/** Refresh tokens that take the place of the stored one as they are used. */
export interface Rotations {
  /** What took the place of this stored token as far as this process knows, and may never have been stored; else the token itself. */
  newest(stored: string): Promise<string>;
  /** Takes over what a grant brought; stores it at once where nothing can roll that back. */
  take(stored: string, grant: TokenGrant): Promise<void>;
  /** Stores what was taken inside a transaction. To be called last: the row stays locked until the transaction ends. */
  keep(): Promise<void>;
}

export interface RotationParts {
  host: Host;
  memo: Memo;
  clock: Clock;
  isInTransaction: boolean;
}

/**
 * A rotation that is lost, by a rollback or a refused write, does no harm: Microsoft Entra keeps the used token valid, and the
 * next run stores its own. Should a server be stricter than that, the process still remembers what was not stored. What somebody
 * else stored meanwhile, a newer token or another sign-in, is never overwritten.
 */
export const createRefreshTokenRotation = ({ host, memo, clock, isInTransaction }: RotationParts): Rotations => {
  let unstored: Rotation | null = null;

  const store = async ({ stored, refreshToken, endsOn }: Rotation): Promise<void> => {
    await changeSecureRow(host, (row) =>
      row.text(connection.refreshToken) === stored
        ? { [connection.refreshToken]: refreshToken, [connection.refreshTokenExpiresOn]: tagged.instant(endsOn) }
        : null,
    );
  };

  return {
    newest: async (stored) => {
      const after = parseJson((await memo.get(memoKey)) ?? "");
      const isAfter = isJsonObject(after) && after["stored"] === stored;
      return isAfter && typeof after["refreshToken"] === "string" ? after["refreshToken"] : stored;
    },

    take: async (stored, { refreshToken }) => {
      if (refreshToken === "" || refreshToken === stored) return;
      const endsOn = addMs(await clock.now(), signInLifeMs);
      const rotation = { stored, refreshToken, endsOn };
      await memo.put(memoKey, JSON.stringify({ stored, refreshToken }), rememberMs);
      if (isInTransaction) unstored = rotation;
      else await store(rotation);
    },

    keep: async () => {
      const rotation = unstored;
      unstored = null;
      if (rotation !== null) await store(rotation);
    },
  };
};
