import type { Rule } from "./Rule";

const currencies = new Set(Intl.supportedValuesOf("currency"));

export const dealAmount: Rule = ({ content }) => {
  const { dealValue, currency } = content.details ?? {};
  if (currency !== undefined && !currencies.has(currency))
    return {
      innerCode: "currencyInvalid",
      message: `'${currency}' is not an ISO 4217 currency code.`,
      target: "/details/currency",
    };
  if (dealValue !== undefined && dealValue < 0)
    return { innerCode: "dealValueNegative", message: "The deal value is negative.", target: "/details/dealValue" };
  return null;
};
