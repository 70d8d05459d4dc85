import type { SandboxState } from "../../SandboxState";
import { consent } from "./consent";
import { customerContact } from "./customerContact";
import { customerCountry } from "./customerCountry";
import { dealAmount } from "./dealAmount";
import { dealRegistration } from "./dealRegistration";
import { duplicateReference } from "./duplicateReference";
import { invitation } from "./invitation";
import { marketplaceIntent } from "./marketplaceIntent";
import { requiredFields } from "./requiredFields";
import type { Breach, Draft, Rule } from "./Rule";
import { salesStage } from "./salesStage";
import { servicesAttributes } from "./servicesAttributes";
import { solutions } from "./solutions";
import { statePair } from "./statePair";
import { stateTransition } from "./stateTransition";
import { statusReason } from "./statusReason";
import { terminalState } from "./terminalState";
import { visibility } from "./visibility";
import { wonTooEarly } from "./wonTooEarly";

/** Every rule of a referral, those that explain the others first. */
const rules: readonly Rule[] = [
  terminalState,
  invitation,
  requiredFields,
  customerCountry,
  dealAmount,
  solutions,
  consent,
  customerContact,
  marketplaceIntent,
  servicesAttributes,
  visibility,
  salesStage,
  statePair,
  stateTransition,
  statusReason,
  wonTooEarly,
  dealRegistration,
  duplicateReference,
];

/** The first broken rule, as the service names one error a request. */
export function findBreach(draft: Draft, state: SandboxState): Breach | null {
  for (const rule of rules) {
    const breach = rule(draft, state);
    if (breach !== null) return breach;
  }
  return null;
}
