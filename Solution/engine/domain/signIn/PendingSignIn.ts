import { parseJson } from "../values/parseJson";
import { isJsonObject } from "../values/Json";
import type { Instant } from "../values/instant";

/** A sign-in that was begun and waits for a person; kept in a secured column, since it proves who may end it. */
export type PendingSignIn =
  | {
      kind: "code";
      /** SHA-256 of the state that the browser brings back: compared as a hash, no time of it tells anything. */
      stateHash: string;
      /** RFC 7636 code verifier. */
      verifier: string;
      redirectUri: string;
      expiresOn: Instant;
    }
  | {
      kind: "device";
      deviceCode: string;
      /** How long to wait between two questions. */
      intervalMs: number;
      expiresOn: Instant;
    };

/** Time a person has on the sign-in page. */
export const pendingLifeMs = 15 * 60_000;

/** A stored sign-in; null for text of no version of it. */
export const parsePendingSignIn = (text: string): PendingSignIn | null => {
  const json = parseJson(text);
  const isKnown = isJsonObject(json) && (json["kind"] === "code" || json["kind"] === "device");
  return isKnown ? (json as PendingSignIn) : null;
};
