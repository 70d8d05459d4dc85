export interface HttpAnswer {
  kind: "answered";
  status: number;
  headers: Record<string, string>;
  body: string;
  /** With latin1 each character of the body is one byte, for content that is not text. @default utf8 */
  encoding?: "latin1";
}

/** What becomes of a request; the last two are what a network does, not a server. */
export type SandboxAnswer = HttpAnswer | { kind: "neverAnswered" } | { kind: "connectionCut" };

export function answerJson(status: number, body: object, headers: Record<string, string> = {}): HttpAnswer {
  return {
    kind: "answered",
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(body),
  };
}

export function answerEmpty(status: number, headers: Record<string, string> = {}): HttpAnswer {
  return { kind: "answered", status, headers, body: "" };
}

/** `formTargets` are origins that a form on the page may lead to. */
export function answerHtml(status: number, html: string, formTargets: readonly string[] = []): HttpAnswer {
  // The pages need nothing from elsewhere, so nothing from elsewhere may run in them.
  const sources = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'";
  const policy = `${sources}; form-action ${["'self'", ...formTargets].join(" ")}`;
  return {
    kind: "answered",
    status,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
    body: html,
  };
}

/** After a form was sent: the browser gets the page again with GET. */
export function answerSeeOther(location: string): HttpAnswer {
  return answerEmpty(303, { location });
}
