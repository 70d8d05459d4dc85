import type { RequestListener, ServerResponse } from "node:http";
import { createIdentity, type Identity } from "../identity/createIdentity";
import { performCall } from "./api/performCall";
import { referralsApi } from "./api/referralsApi";
import { tokenEndpoint } from "./api/tokenEndpoint";
import { webhooksApi } from "./api/webhooksApi";
import { answerCertificate } from "./certificates/answerCertificate";
import { answerControl } from "./controls/answerControl";
import { createTicker } from "./http/createTicker";
import { createRequestListener } from "./http/createRequestListener";
import type { SandboxAnswer } from "./http/SandboxAnswer";
import type { SandboxRequest } from "./http/SandboxRequest";
import { localPartner } from "./localPartner";
import { openSandboxState, openStore, type SandboxOptions } from "./openSandboxState";
import { answerPage } from "./pages/answerPage";
import { nextDueAtMs, runDue } from "./runDue";
import { answerDevice } from "./signIn/answerDevice";
import { answerSignIn } from "./signIn/answerSignIn";
import type { SandboxState } from "./SandboxState";

const tickMs = 100;

/** Partner Center, its sign-in and its pages, in one server part. */
export interface PartnerCenterSandbox {
  /** For `http.createServer`; bind it to 127.0.0.1 only. */
  listener: RequestListener;
  /** The same without a socket, for tests and simulations. */
  answer(request: SandboxRequest): Promise<SandboxAnswer>;
  identity: Identity;
  /** Read it, and seed it before the first call. */
  state: SandboxState;
  /** Lets what is due happen: expiries, notifications and their retries. Returns how many notifications were tried. */
  runDue(): Promise<number>;
  /** When something falls due next, in milliseconds since 1970; null when nothing waits. */
  nextDueAtMs(): number | null;
  /** Lets go of every connection that a fault holds; the server itself belongs to the caller. */
  stop(): void;
}

export function createPartnerCenterSandbox(options: SandboxOptions): PartnerCenterSandbox {
  const heldSockets = new Set<ServerResponse>();
  const sleeps = new Set<() => void>();
  const state = openSandboxState(options, (ms) => sleepUntilStopped(ms, sleeps));
  const identity = createIdentity({
    clock: state.clock,
    ids: options.ids,
    registration: { tenantId: localPartner.tenantId, clients: [localPartner.client] },
    signingSecret: readSigningSecret(options),
    refreshTokens: openStore(options.folder, "refreshTokens"),
    earlierRefreshToken: () => state.switches.earlierRefreshToken,
  });

  async function answer(request: SandboxRequest): Promise<SandboxAnswer> {
    const signIn = answerSignIn(state, identity, request) ?? answerDevice(state, identity, request);
    if (signIn !== null) return signIn;
    const call =
      referralsApi(state, identity, request) ??
      webhooksApi(state, identity, request) ??
      tokenEndpoint(state, identity, request);
    if (call !== null) return performCall(state, request, call);
    return (
      answerCertificate(state, request) ?? (await answerControl(state, identity, request)) ?? answerPage(state, request)
    );
  }

  const ticker = createTicker(() => runDue(state), tickMs);
  return {
    listener: createRequestListener(ticker.startBefore(answer), heldSockets),
    answer,
    runDue: () => runDue(state),
    nextDueAtMs: () => nextDueAtMs(state),
    identity,
    state,
    stop() {
      ticker.stop();
      for (const response of heldSockets) response.destroy();
      for (const wake of [...sleeps]) wake();
    },
  };
}

function readSigningSecret({ folder, ids }: SandboxOptions): string {
  const secrets = openStore<string>(folder, "signingSecret");
  const kept = secrets.get("accessTokens");
  if (kept !== undefined) return kept;
  const secret = `${ids()}${ids()}`;
  secrets.set("accessTokens", secret);
  return secret;
}

function sleepUntilStopped(ms: number, sleeps: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      sleeps.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    sleeps.add(wake);
  });
}
