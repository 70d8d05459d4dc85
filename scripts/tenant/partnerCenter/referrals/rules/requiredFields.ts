import type { ReferralContent } from "../Referral";
import type { Rule } from "./Rule";

const always: readonly [pointer: string, read: (content: ReferralContent) => unknown][] = [
  ["/type", (content) => content.type],
  ["/customerProfile", (content) => content.customerProfile],
  ["/consent", (content) => content.consent],
  ["/details", (content) => content.details],
  ["/name", (content) => content.name],
  ["/customerProfile/name", (content) => content.customerProfile?.name],
  ["/customerProfile/address/country", (content) => content.customerProfile?.address?.country],
  ["/details/dealValue", (content) => content.details?.dealValue],
  ["/details/currency", (content) => content.details?.currency],
  ["/details/closingDateTime", (content) => content.details?.closingDateTime],
];

const bulkImportOnly: typeof always = [
  ["/customerProfile/address/addressLine1", (content) => content.customerProfile?.address?.addressLine1],
  ["/customerProfile/address/city", (content) => content.customerProfile?.address?.city],
  ["/team/0/firstName", (content) => content.team?.[0]?.firstName],
  ["/team/0/lastName", (content) => content.team?.[0]?.lastName],
  ["/team/0/phoneNumber", (content) => content.team?.[0]?.phoneNumber],
  ["/team/0/email", (content) => content.team?.[0]?.email],
];

/**
 * The four sections are documented as required; their inner fields, and those of the switch, are what a bulk import
 * demands of every deal. What Microsoft begins may lack them: a lead has no value before a seller has worked on it.
 */
export const requiredFields: Rule = ({ purpose, content }, { switches }) => {
  if (purpose === "inbound") return null;
  const fields = switches.bulkImportColumns === "required" ? [...always, ...bulkImportOnly] : always;
  const missing = fields.find(([, read]) => isEmpty(read(content)));
  if (missing === undefined) return null;
  const [target] = missing;
  return { innerCode: "requiredFieldMissing", message: `${target} is required.`, target };
};

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}
