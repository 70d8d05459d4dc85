/**
 * Why a notification is refused. Statuses as Microsoft's sample answers (401 for what does not prove who sent it, 400 for what
 * is missing or senseless), 403 for what a stricter receiver does not even look at. Source: "How to authenticate the
 * callback" of partner-center-webhooks.
 */
export const eventRefusals = {
  bodyTooLarge: { status: 413, words: "The body is larger than any notification." },
  bodyUnreadable: { status: 400, words: "The body is not UTF-8 text." },
  noEvent: { status: 400, words: "The body is not a notification of Partner Center." },
  timeAbsurd: { status: 400, words: "The change lies too far from now." },
  headersUnreadable: { status: 400, words: "The headers are not a JSON object with one text for each name." },
  algorithmMissing: { status: 400, words: "X-MS-Signature-Algorithm is missing." },
  algorithmNotAllowed: { status: 403, words: "The signature algorithm is not rsa-sha256." },
  certificateMissing: { status: 400, words: "X-MS-Certificate-Url is missing." },
  certificateNotAllowed: { status: 403, words: "The certificate is not where Microsoft keeps it." },
  signatureMissing: { status: 401, words: "There is no signature." },
  signatureUnreadable: { status: 401, words: "The signature is not base64." },
  signatureWrong: { status: 401, words: "The signature is not that of the body." },
  certificateWeak: { status: 401, words: "The certificate's key is no RSA key of 2048 bits or more." },
  certificateNotYetValid: { status: 401, words: "The certificate is not valid yet." },
  certificateExpired: { status: 401, words: "The certificate has expired." },
  certificateNotTrusted: { status: 401, words: "The certificate has no valid chain." },
  certificateNotMicrosofts: { status: 401, words: "The certificate is not Microsoft Corporation's." },
  certificateLeadsElsewhere: {
    status: 401,
    words: "The certificate names a place for its issuer that is not Microsoft's.",
  },
  /** Not the sender's fault, so that Partner Center tries again. */
  certificateUnavailable: { status: 503, words: "The certificate could not be fetched." },
} as const satisfies Readonly<Record<string, { status: number; words: string }>>;

export type EventRefusal = keyof typeof eventRefusals;
