import type { Failure } from "../../domain/failure/Failure";
import type { Instant } from "../../domain/values/instant";
import { isJsonObject, type Json } from "../../domain/values/Json";
import { toPartnerCenterFailure } from "../../domain/referral/toPartnerCenterFailure";
import type { HttpResponse } from "../host/Http";
import { parseJson } from "../../domain/values/parseJson";
import { readRetryAfterMs } from "../host/readRetryAfterMs";

/** The API promises no longer message. */
const maxMessageChars = 1024;

const readCodes = (error: Json | undefined): string[] => {
  if (!isJsonObject(error)) return [];
  const code = error["code"];
  const own = typeof code === "string" || typeof code === "number" ? [String(code)] : [];
  return [...own, ...readCodes(error["innerError"])];
};

const readMessage = (error: Json): string => {
  const message = isJsonObject(error) ? (error["message"] ?? error["description"]) : null;
  return typeof message === "string" ? message.slice(0, maxMessageChars) : "";
};

/** The refusal's own target, or that of the innermost error that has one. */
const readTarget = (error: Json | undefined): string => {
  if (!isJsonObject(error)) return "";
  const { target } = error;
  return readTarget(error["innerError"]) || (typeof target === "string" ? target.slice(0, maxMessageChars) : "");
};

/** The failure in an answer. `secrets` went out with the request, which wrote nothing if it was `reading`. Two shapes are known: `{error: {code, message, innerError}}` and the flat `{code, description}`. */
export const readPartnerCenterRefusal = (
  response: HttpResponse,
  now: Instant,
  secrets: readonly string[],
  kind: "reading" | "writing" = "writing",
): Failure => {
  const body = parseJson(response.body);
  const error = isJsonObject(body) ? (isJsonObject(body["error"]) ? body["error"] : body) : null;
  // Conditional access is told in a header, misspelt in the documentation.
  const claims = /insuff\w+_claims/.exec(response.headers["www-authenticate"] ?? "");
  return toPartnerCenterFailure({
    status: response.status,
    codes: [...readCodes(error ?? undefined), ...(claims ? [claims[0]] : [])],
    message: readMessage(error),
    target: readTarget(error ?? undefined),
    secrets,
    retryAfterMs: readRetryAfterMs(response, now),
    isReading: kind === "reading",
  });
};
