import type { PartnerCenterSandbox } from "../../../scripts/tenant/partnerCenter/createPartnerCenterSandbox";
import type { FaultKind } from "../../../scripts/tenant/partnerCenter/faults/Fault";
import type { SandboxAnswer } from "../../../scripts/tenant/partnerCenter/http/SandboxAnswer";
import { Refusal } from "../dataverse/Refusal";
import type { Json } from "../dataverse/values";
import type { Story } from "../story/Story";
import type { Chance } from "../time/Chance";
import type { VirtualTime } from "../time/VirtualTime";
import { certificate, signatureOf } from "./fakeSigner";

export interface HttpCall {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
  binary?: boolean;
}

/** What befalls a call on its way; `null` is nothing. */
export type HttpMishap =
  null | { kind: "lostRequest" | "lostAnswer" } | { kind: FaultKind; retryAfterSeconds: number | null };

/** A call as it was seen at the far side, and what became of it. */
export interface SeenCall {
  by: string;
  generation: number;
  method: string;
  path: string;
  body: string;
  sentMs: number;
  arrivedMs: number;
  answeredMs: number;
  status: number;
  retryAfterMs: number | null;
  /** The referral that was called has another tag afterwards. */
  changed: boolean;
  wasClosed: boolean;
  /** A mishap made up the answer. */
  isStruck: boolean;
}

const base = "http://127.0.0.1:4280";

/** Longer behind is no copy of Partner Center's. */
const replicationMs = 10_000;

/** What every certificate of the simulation says of itself. */
const identity = "CN=pcnotifications-dispatch.microsoft.com, O=Microsoft Corporation, L=Redmond, S=Washington, C=US";

export interface NetworkParts {
  time: VirtualTime;
  chance: Chance;
  sandbox: PartnerCenterSandbox;
  story: Story;
  nextMishap: (call: HttpCall) => HttpMishap;
  /** Mishaps strike sign-in, webhooks and certificates as well. */
  strikesEveryCall: () => boolean;
  /** A reading comes from a copy that is a moment behind. */
  isReadStale: () => boolean;
  /** Told after a page of referrals was listed. */
  listed: () => void;
  /** Runs what a call does at the far side, in the caller's name. */
  arriving: <Result>(by: string, action: () => Result) => Result;
  /** Counts recycled processes. */
  generation: () => number;
  medianMs: number;
}

/** What is called, in a word or two. */
export const nameOfCall = ({ method, url }: Pick<HttpCall, "method" | "url">): string => {
  if (url.includes("/oauth2/")) return "a token";
  if (url.includes("/webhooks/")) return "the registration";
  if (url.includes("/certificates/")) return "a certificate";
  if (method !== "GET") return `a ${method}`;
  return url.includes("/referrals/") ? "a look at a referral" : "a list of referrals";
};

/** HTTPS between the engine and Partner Center: time, losses, and a record of what arrived. */
export class Network {
  readonly calls: SeenCall[] = [];
  /** Told of every call that arrived, before the answer travels back. */
  onCall: (call: SeenCall, answerBody: string) => void = () => undefined;

  constructor(private readonly parts: NetworkParts) {}

  verify(certificateBase64: string, signatureBase64: string, text: string): Json {
    const valid = certificateBase64 === certificate.toString("base64") && signatureBase64 === signatureOf(text);
    return {
      valid,
      issuer: identity,
      subject: identity,
      notAfter: "2030-01-01T00:00:00.000Z",
      chainValid: true,
    };
  }

  send(call: HttpCall, by: string, answer: (value: Json) => void, refuse: (refusal: Refusal) => void): void {
    const { time, chance, story, nextMishap } = this.parts;
    const sentMs = time.nowMs;
    const mishap = nextMishap(call);
    if (!call.url.startsWith(base)) return refuse(new Refusal("http.notAllowed", `${call.url} is not on the list`));
    // Both directions of one round trip.
    const thereMs = Math.ceil(chance.latencyMs(this.parts.medianMs) / 2);
    const timeOut = (): void => refuse(new Refusal("http.timeout", "no answer in time"));
    let isOver = false;
    const finish = (action: () => void): void => {
      if (isOver) return;
      isOver = true;
      action();
    };
    time.at(sentMs + call.timeoutMs, () => finish(timeOut));
    if (mishap?.kind === "lostRequest") {
      story.tell(() => `${by}: ${call.method} ${short(call.url)} is lost on its way`);
      return;
    }
    time.after(thereMs, () => {
      this.arrive(call, by, sentMs, mishap, (value) => {
        if (value === null || mishap?.kind === "lostAnswer") {
          story.tell(() => `${by}: the answer to ${call.method} ${short(call.url)} is lost`);
          return;
        }
        time.after(thereMs, () => finish(() => answer(value)));
      });
    });
  }

  /** The answer, or the one before where a copy answers that has not heard of the latest change. */
  private fromCopy({ method, path }: { method: string; path: string }, reply: SandboxAnswer): SandboxAnswer {
    const referral = this.parts.sandbox.state.referrals.get(path.split("/").at(-1) ?? "");
    if (method !== "GET" || referral === undefined || reply.kind !== "answered" || reply.status !== 200) return reply;
    const before = this.copies.get(path);
    const isFresh = this.parts.sandbox.state.clock() - Date.parse(referral.updatedDateTime) < replicationMs;
    if (isFresh && before !== undefined && this.parts.isReadStale()) {
      this.parts.story.tell(() => `a copy that is behind answers GET ${short(path)}`);
      return before;
    }
    this.copies.set(path, reply);
    return reply;
  }
  private readonly copies = new Map<string, SandboxAnswer>();

  private arrive(
    call: HttpCall,
    by: string,
    sentMs: number,
    mishap: HttpMishap,
    answered: (value: Json) => void,
  ): void {
    const { sandbox, time, story } = this.parts;
    const [path = "", query = ""] = call.url.slice(base.length).split("?");
    const fault = mishap !== null && "retryAfterSeconds" in mishap ? mishap : null;
    const isReferrals = path.startsWith("/partner/");
    if (fault !== null && (isReferrals || this.parts.strikesEveryCall()))
      sandbox.state.faults.push({
        id: "mishap",
        operation: "any",
        code: null,
        ms: 0,
        times: 1,
        ...fault,
      });
    const request = {
      method: call.method,
      path,
      query: new URLSearchParams(query),
      headers: { host: "127.0.0.1:4280", ...lowerCased(call.headers) },
      body: call.body ?? "",
    };
    const known = (): { eTag: string; isClosed: boolean } | null => {
      const referral = sandbox.state.referrals.get(path.split("/").at(-1) ?? "");
      return referral === undefined
        ? null
        : {
            eTag: referral.eTag,
            isClosed: referral.content.status === "Closed",
          };
    };
    const before = known();
    // An invitation is refused as wrong once the deal is closed.
    const closed = [...sandbox.state.referrals.values()].filter(({ content }) => content.status === "Closed");
    const isOfClosed = (body: string): boolean => closed.some(({ engagementId }) => body.includes(engagementId));
    void this.parts
      .arriving(by, () => sandbox.answer(request))
      .then((fresh) => {
        // A certificate is a file: no part of the API that faults are declared for.
        const isStruck = fault !== null && path.startsWith("/certificates/") && sandbox.state.faults.length > 0;
        sandbox.state.faults.length = 0;
        const reply = isStruck ? unavailable(fault.kind) : this.fromCopy(request, fresh);
        const isAnswered = reply.kind === "answered";
        const text = isAnswered ? toText(reply.body) : "";
        const retryAfter = isAnswered ? reply.headers["retry-after"] : undefined;
        const seen: SeenCall = {
          by,
          generation: this.parts.generation(),
          method: call.method,
          path,
          body: request.body,
          sentMs,
          arrivedMs: time.nowMs,
          answeredMs: mishap?.kind === "lostAnswer" || !isAnswered ? Infinity : time.nowMs + (time.nowMs - sentMs),
          status: isAnswered ? reply.status : 0,
          retryAfterMs: retryAfter === undefined ? null : Number(retryAfter) * 1000,
          changed: known()?.eTag !== before?.eTag,
          wasClosed: before?.isClosed === true || isOfClosed(request.body),
          isStruck: fault !== null,
        };
        if (seen.method === "GET" && path.endsWith("/referrals")) this.parts.listed();
        this.calls.push(seen);
        this.onCall(seen, text);
        story.tell(
          () =>
            `${by}: ${call.method} ${short(path)} ${request.body.slice(0, 600)} → ${seen.status} ${text.slice(0, 300)}`,
        );
        if (!isAnswered) return answered(null);
        const body = call.binary === true ? { bodyBase64: Buffer.from(reply.body).toString("base64") } : { body: text };
        answered({ status: reply.status, headers: reply.headers, ...body });
      });
  }
}

const unavailable = (kind: FaultKind): SandboxAnswer => ({
  kind: "answered",
  status: typeof kind === "number" ? kind : 503,
  headers: {},
  body: "",
});

const toText = (body: string | Uint8Array): string =>
  typeof body === "string" ? body : Buffer.from(body).toString("utf8");

const short = (url: string): string => url.replace(base, "").slice(0, 160);

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
