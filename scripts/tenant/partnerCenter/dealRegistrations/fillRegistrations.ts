import { isDeepStrictEqual } from "node:util";
import { formatInstant } from "../referrals/formatInstant";
import type { SandboxState } from "../SandboxState";
import type { DealRegistration } from "./DealRegistration";
import { enterStatus } from "./enterStatus";

/** Registrations after a change, with what only the service may say: ids, dates and states stay or come from here. */
export function fillRegistrations(
  before: readonly DealRegistration[],
  after: readonly DealRegistration[],
  state: SandboxState,
): DealRegistration[] {
  return after.map((wanted, index) => {
    const known = before[index];
    if (known === undefined) return register(wanted, state);
    const kept = { ...wanted, ...ofService(known) };
    if (isDeepStrictEqual(kept, known) || known.status !== "ActionRequired") return kept;
    return enterStatus(kept, "ReviewPending", state.clock());
  });
}

function register(wanted: DealRegistration, { ids, clock }: SandboxState): DealRegistration {
  const { type, solutionDetails, contract } = wanted;
  const reported = Object.fromEntries(
    Object.entries({ type, solutionDetails, contract }).filter(([, part]) => part !== undefined),
  );
  const registered = { ...reported, id: ids(), registrationDateTime: formatInstant(clock()) };
  return enterStatus(registered, "ReviewPending", clock());
}

function ofService(known: DealRegistration): Partial<DealRegistration> {
  const names = ["id", "registrationDateTime", "status", "statusReason", "statusHistory"] as const;
  return Object.fromEntries(names.filter((name) => known[name] !== undefined).map((name) => [name, known[name]]));
}
