import type { Rule } from "./Rule";

const attributeType = "CustomerMarketplaceIntent";
const intents = ["Yes", "No", "HaveNotDecided"];
const target = "/details/requirements/additionalRequirements/attributes";

/** Only the partner's own referral has to carry the intent. */
export const marketplaceIntent: Rule = ({ purpose, content }, { switches }) => {
  const attributes = content.details?.requirements?.additionalRequirements?.attributes ?? [];
  const intent = attributes.find((attribute) => attribute.type === attributeType)?.id;
  if (intent === undefined) {
    if (purpose !== "own" || switches.marketplaceIntent === "optional") return null;
    return { innerCode: "marketplaceIntentRequired", message: `The attribute ${attributeType} is required.`, target };
  }
  if (intents.includes(intent)) return null;
  return {
    innerCode: "marketplaceIntentInvalid",
    message: `'${intent}' is not one of ${intents.join(", ")}.`,
    target,
  };
};
