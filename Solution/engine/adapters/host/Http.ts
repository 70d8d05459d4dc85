import type { Outcome } from "../../domain/failure/Outcome";

export interface HttpRequest {
  method: "GET" | "POST" | "PATCH" | "PUT";
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Asks for the bytes of the answer as they came. */
  binary?: true;
}

export interface HttpResponse {
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: string;
  /** In place of `body` where bytes were asked for. */
  bodyBase64?: string;
}

/** Sends one request and waits for its answer; an answer of any status is `done`. */
export type SendHttp = (request: HttpRequest) => Promise<Outcome<HttpResponse>>;
