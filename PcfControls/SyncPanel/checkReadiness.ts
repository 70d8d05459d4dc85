import type { OpportunityValues } from "./PanelProps";
import type { Readiness } from "./Readiness";
import type { FactsState } from "./useSharingFacts";

export const checkReadiness = (opportunity: OpportunityValues, state: FactsState): Readiness => {
  if (state.kind === "reading") return { kind: "checking" };
  if (state.kind === "failed") return { kind: "unknown" };
  const findings: {
    code: string;
    severity: "blocking" | "warning";
    column: string | null;
    words: string;
    fix: string;
  }[] = [];
  if (state.facts.solutions.length === 0)
    findings.push({
      code: "solution",
      severity: "blocking",
      column: "cosell_partnercentersolution",
      words: "No solution is added.",
      fix: "Add at least one solution under Microsoft Partner Center Solutions.",
    });
  if (!opportunity.hasConsent)
    findings.push({
      code: "consent",
      severity: "blocking",
      column: "cosell_customerconsent",
      words: "The customer has not agreed to be shared.",
      fix: "Ask the customer, then set Customer Consent to Share to Yes.",
    });
  if (opportunity.customerMarketplaceIntent === null)
    findings.push({
      code: "intent",
      severity: "warning",
      column: "cosell_customermarketplaceintent",
      words: "Customer Marketplace Intent is empty.",
      fix: "Choose Yes, No or Have not decided.",
    });
  return { kind: "known", findings };
};
