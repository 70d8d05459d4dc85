import type { Failure } from "../domain/Failure";
import type { Instant } from "../domain/instant";
import { isJsonObject, type Json } from "../domain/Json";
import { toPartnerCenterFailure } from "../domain/toPartnerCenterFailure";
import type { HttpResponse } from "./Http";
import { parseJson } from "./parseJson";
import { readRetryAfterMs } from "./readRetryAfterMs";

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

/** The failure in an answer. Two shapes are known: `{error: {code, message, innerError}}` and the flat `{code, description}`. */
export const readPartnerCenterRefusal = (response: HttpResponse, now: Instant): Failure => {
  const body = parseJson(response.body);
  const error = isJsonObject(body) ? (isJsonObject(body["error"]) ? body["error"] : body) : null;
  // Conditional access is told in a header, misspelt in the documentation.
  const claims = /insuff\w+_claims/.exec(response.headers["www-authenticate"] ?? "");
  return toPartnerCenterFailure({
    status: response.status,
    codes: [...readCodes(error ?? undefined), ...(claims ? [claims[0]] : [])],
    message: readMessage(error),
    retryAfterMs: readRetryAfterMs(response, now),
  });
};
