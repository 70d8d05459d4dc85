import { done } from "../../domain/failure/Outcome";
import type { Probe } from "../../ports/Probe";
import type { CallPartnerCenter } from "./createPartnerCenterCaller";

/** Told by integrators: asks for a report on the second factor, in a header of the answer, without being refused for it. */
const reports: Readonly<Record<string, boolean>> = { true: true, false: false };

/** A look over the bridge. */
export const createProbe = (call: CallPartnerCenter): Probe => ({
  look: async () => {
    const answer = await call({ method: "GET", path: "/referrals?$top=1", headers: { ValidateMfa: "true" } });
    if (answer.kind === "failed") return answer;
    return done({ isMfaCompliant: reports[answer.value.headers["ismfacompliant"]?.toLowerCase() ?? ""] ?? null });
  },
});
