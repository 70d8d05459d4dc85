/** The top-level codes of the Referrals API. Source: MicrosoftDocs/partner-rest, error-codes.md; 900421 is the MFA refusal. */
export type ApiErrorCode =
  | "accessDenied"
  | "generalException"
  | "invalidRequest"
  | "itemNotFound"
  | "preconditionFailed"
  | "resourceModified"
  | "serviceNotAvailable"
  | "unauthenticated"
  | "unAuthorized"
  | "900421";

/** An expected "no" of the Referrals API. */
export interface ApiRefusal {
  kind: "refused";
  status: number;
  /** One of the service's own, unless a test wants another. */
  code: ApiErrorCode | (string & {});
  message: string;
  /** Pointer or name of what the refusal is about. */
  target: string;
  /**
   * Code of the very rule. Differs from the service, which publishes no list of inner codes: these are the sandbox's own,
   * for tests to name a rule by; a client must not depend on them.
   */
  innerCode: string;
  headers?: Record<string, string>;
}

/** The documented error body. */
export function apiErrorBody(refusal: Pick<ApiRefusal, "code" | "message" | "target" | "innerCode">): object {
  const { code, target, innerCode } = refusal;
  const message = refusal.message.slice(0, 1024);
  return { error: { code, message, target, innerError: { code: innerCode, message } } };
}
