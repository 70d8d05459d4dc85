import { appRules } from "./rules/apps";
import { automationRules } from "./rules/automation";
import { cloudFlowRules } from "./rules/cloudFlows";
import { containerRules } from "./rules/container";
import { formRules } from "./rules/forms";
import { payloadRules } from "./rules/payloads";
import { rootComponentRules } from "./rules/rootComponents";
import { schemaRules } from "./rules/schema";
import { BrokenXmlError } from "../pack/xml";
import { openPackage, type Rule, type SolutionPackage, type Violation } from "./SolutionPackage";

/** A breach with the name of the rule it breaks. */
export interface Finding extends Violation {
  rule: string;
}

const rules: readonly Rule[] = [
  ...containerRules,
  ...rootComponentRules,
  ...payloadRules,
  ...schemaRules,
  ...formRules,
  ...automationRules,
  ...cloudFlowRules,
  ...appRules,
];

/** Number of rules a readable package is held against. */
export const ruleCount = rules.length;

/** Every rule of the solution format that the zip breaks; empty for a sound one. */
export function verifyPackage(zip: Uint8Array): Finding[] {
  const solution = openPackage(zip);
  if ("unreadable" in solution)
    return solution.unreadable.map((violation) => ({ rule: "the package can be read", ...violation }));
  return rules.flatMap((rule) => check(rule, solution));
}

function check(rule: Rule, solution: SolutionPackage): Finding[] {
  try {
    return rule.check(solution).map((violation) => ({ rule: rule.name, ...violation }));
  } catch (error) {
    if (error instanceof BrokenXmlError)
      return [{ rule: "every XML file is well-formed", file: "(zip)", words: error.message }];
    throw error;
  }
}
