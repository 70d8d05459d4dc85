import { isDeepStrictEqual } from "node:util";
import { eligibility } from "../../dealRegistrations/eligibility";
import { registrationFields } from "../../dealRegistrations/registrationFields";
import type { Breach, Rule } from "./Rule";

const target = "/registrations";

/** A registration is made once for a won deal, and corrected until Microsoft has decided. */
export const dealRegistration: Rule = (draft, state) => {
  const before = draft.before?.content.registrations ?? [];
  const after = draft.content.registrations ?? [];
  if (isDeepStrictEqual(before, after)) return null;
  if (after.length > 1 && state.switches.secondDealRegistration === "refused")
    return { innerCode: "alreadyRegistered", message: "The deal is registered already.", target, conflict: true };
  const decided = before.findIndex(
    ({ status }, index) =>
      ["Passed", "Failed", "Approved", "Closed"].includes(status ?? "") &&
      !isDeepStrictEqual(before[index], after[index]),
  );
  if (decided >= 0 && state.switches.registrationEdits === "untilDecided")
    return refuseDecided(decided, before[decided]?.status);
  return eligibility(draft, state) ?? registrationFields(after, state);
};

function refuseDecided(index: number, status: string | undefined): Breach {
  const message = `The registration is ${status ?? "decided"} and cannot be changed.`;
  return { innerCode: "registrationDecided", message, target: `${target}/${index}` };
}
