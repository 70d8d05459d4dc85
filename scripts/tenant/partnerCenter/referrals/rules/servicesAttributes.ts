import type { Rule } from "./Rule";

const required = ["PartnerRole", "SolutionArea", "SolutionPlay"];

/** A co-sell deal about services says more of the partner's part. Source: create-a-referral; the type strings are inferred. */
export const servicesAttributes: Rule = ({ purpose, content }, { switches, catalogue }) => {
  if (switches.servicesAttributes === "notChecked" || purpose !== "own" || content.type !== "Shared") return null;
  const requirements = content.details?.requirements;
  const hasService = (requirements?.solutions ?? []).some(
    ({ id }) => catalogue.get(id?.toLowerCase() ?? "")?.isService === true,
  );
  const attributes = requirements?.additionalRequirements?.attributes ?? [];
  const missing = required.find((type) => !attributes.some((one) => one.type === type && Boolean(one.id)));
  if (!hasService || missing === undefined) return null;
  return {
    innerCode: "servicesAttributeRequired",
    message: `A services co-sell deal needs the attribute ${missing}.`,
    target: "/details/requirements/additionalRequirements/attributes",
  };
};
