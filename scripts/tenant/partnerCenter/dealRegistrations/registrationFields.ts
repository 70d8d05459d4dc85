import type { Breach } from "../referrals/rules/Rule";
import type { SandboxState } from "../SandboxState";
import type { DealRegistration } from "./DealRegistration";

/** The first thing wrong with what the registrations say, or null. */
export function registrationFields(registrations: readonly DealRegistration[], state: SandboxState): Breach | null {
  for (const [index, registration] of registrations.entries()) {
    const breach =
      findMissing(registration, state) ?? findIneligible(registration, state) ?? findWrongDates(registration);
    if (breach !== null) return { ...breach, target: `/registrations/${index}${breach.target}` };
  }
  return null;
}

function findMissing(registration: DealRegistration, { switches }: SandboxState): Breach | null {
  const asked = switches.registrationFields === "asInFiles" ? askedInFiles(registration) : [];
  const missing = [...askedAlways(registration), ...asked].find(([, value]) => value === undefined || value === "");
  if (missing === undefined) return null;
  const [target] = missing;
  return { innerCode: "registrationFieldMissing", message: `${target} is required.`, target };
}

type Asked = [target: string, value: unknown];

function askedAlways({ type, solutionDetails, contract }: DealRegistration): Asked[] {
  return [
    ["/type", type],
    ["/solutionDetails/0/id", solutionDetails?.[0]?.id],
    ["/solutionDetails/0/value", solutionDetails?.[0]?.value],
    ["/contract/value", contract?.value],
    ["/contract/startDateTime", contract?.startDateTime],
    ["/contract/signDateTime", contract?.signDateTime],
  ];
}

/** Required columns of the files. Source: partner-center, bulk operations for Azure IP co-sell deal registrations. */
function askedInFiles({ solutionDetails, contract }: DealRegistration): Asked[] {
  const sold = solutionDetails?.[0];
  const transaction = sold?.marketplaceTransactionDetails;
  const transactionPath = "/solutionDetails/0/marketplaceTransactionDetails";
  return [
    ["/solutionDetails/0/currency", sold?.currency],
    ["/solutionDetails/0/isDeployedOnAzure", sold?.isDeployedOnAzure],
    ["/solutionDetails/0/primaryDeploymentOn", sold?.primaryDeploymentOn],
    ["/solutionDetails/0/pricingModel", sold?.pricingModel],
    [`${transactionPath}/isMarketplaceTransacted`, transaction?.isMarketplaceTransacted],
    ...(transaction?.isMarketplaceTransacted === true
      ? [[`${transactionPath}/marketplaceTransactionDateTime`, transaction.marketplaceTransactionDateTime] as Asked]
      : []),
    ["/contract/currency", contract?.currency],
    ["/contract/term", contract?.term],
    ...(contract?.term === "Finite" ? [["/contract/endDateTime", contract.endDateTime] as Asked] : []),
  ];
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
  const elsewhere = solutionDetails.findIndex(({ isDeployedOnAzure }) => isDeployedOnAzure === false);
  if (elsewhere >= 0 && state.switches.registrationFields === "asInFiles")
    return {
      innerCode: "notDeployedOnAzure",
      message: "Registration is applicable only for solutions deployed on Azure.",
      target: `/solutionDetails/${elsewhere}/isDeployedOnAzure`,
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
