import { countryCodes } from "./countryCodes";
import type { Rule } from "./Rule";

/** Two letters, upper case: names, alpha-3 codes and the unofficial UK are refused. */
export const customerCountry: Rule = ({ purpose, content }) => {
  const country = content.customerProfile?.address?.country ?? "";
  if (countryCodes.has(country) || (purpose === "inbound" && country === "")) return null;
  return {
    innerCode: "countryCodeInvalid",
    message: `'${country}' is not an ISO 3166 alpha-2 country code.`,
    target: "/customerProfile/address/country",
  };
};
