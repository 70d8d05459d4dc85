import type { Breach } from "../referrals/rules/Rule";
import type { SandboxState } from "../SandboxState";
import type { DealRegistration } from "./DealRegistration";

/** The first thing wrong with what the registrations say, or null. */
export function registrationFields(registrations: readonly DealRegistration[], state: SandboxState): Breach | null {
  for (const [index, registration] of registrations.entries()) {
    const breach = findMissing(registration) ?? findIneligible(registration, state) ?? findWrongDates(registration);
    if (breach !== null) return { ...breach, target: `/registrations/${index}${breach.target}` };
  }
  return null;
}

function findMissing({ type, solutionDetails, contract }: DealRegistration): Breach | null {
  const required: [string, unknown][] = [
    ["/type", type],
    ["/solutionDetails/0/id", solutionDetails?.[0]?.id],
    ["/solutionDetails/0/value", solutionDetails?.[0]?.value],
    ["/contract/value", contract?.value],
    ["/contract/startDateTime", contract?.startDateTime],
    ["/contract/signDateTime", contract?.signDateTime],
  ];
  const missing = required.find(([, value]) => value === undefined || value === "");
  if (missing === undefined) return null;
  const [target] = missing;
  return { innerCode: "registrationFieldMissing", message: `${target} is required.`, target };
}

function findIneligible({ solutionDetails = [] }: DealRegistration, state: SandboxState): Breach | null {
  const index = solutionDetails.findIndex(
    ({ id }) => state.catalogue.get(id?.toLowerCase() ?? "")?.incentiveEligible !== true,
  );
  if (index >= 0)
    return {
      innerCode: "solutionNotEligible",
      message: `Solution '${solutionDetails[index]?.id ?? ""}' earns no incentive.`,
      target: `/solutionDetails/${index}/id`,
    };
  const needless = solutionDetails.some((one) => one.marketplaceTransactionDetails?.isMarketplaceTransacted === true);
  if (!needless || state.switches.marketplaceTransactedRegistration === "accepted") return null;
  return {
    innerCode: "registrationNotNeeded",
    message: "A deal transacted through the marketplace needs no registration since July 2023.",
    target: "/solutionDetails/0/marketplaceTransactionDetails",
  };
}

function findWrongDates({ contract }: DealRegistration): Breach | null {
  const { startDateTime = "", signDateTime = "" } = contract ?? {};
  if (Date.parse(startDateTime) >= Date.parse(signDateTime)) return null;
  return {
    innerCode: "startBeforeSignature",
    message: "The contract cannot start before it is signed.",
    target: "/contract/startDateTime",
  };
}
