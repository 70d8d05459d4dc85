import { columns, tables } from "../schema";
import { intentAttributeType } from "../opportunity/marketplaceIntents";
import type { FieldMap, FieldMapping } from "./fieldMap";

const own = columns.opportunity;
const account = "parentaccountid";
const contact = "parentcontactid";

type StandardRow = Pick<FieldMapping, "label" | "column" | "crm" | "opportunity" | "referral" | "sent" | "converter"> &
  Partial<FieldMapping>;

/**
 * The standard map. `always` holds exactly paths that the Partner Center connector's swagger offers for PATCH; everything
 * else is fixed once the referral exists.
 */
const rows = [
  {
    label: "Opportunity id",
    column: "name",
    crm: "opportunityid",
    opportunity: "/id",
    referral: "/externalReferenceId",
    sent: "always",
    converter: "text",
    direction: "toPartnerCenter",
  },
  {
    label: "Topic",
    column: "name",
    crm: "name",
    opportunity: "/name",
    referral: "/name",
    sent: "create",
    converter: "text",
  },
  {
    label: "Description",
    column: "description",
    crm: "description",
    opportunity: "/notes",
    referral: "/details/notes",
    sent: "always",
    converter: "text",
  },
  {
    label: "Est. Revenue",
    column: "estimatedvalue",
    crm: "{dealValueFieldName}",
    opportunity: "/dealValue",
    referral: "/details/dealValue",
    sent: "always",
    converter: "number",
  },
  {
    label: "Currency",
    column: "transactioncurrencyid",
    crm: "{dealValueCurrencyField}",
    opportunity: "/currency",
    referral: "/details/currency",
    sent: "always",
    converter: "currency",
  },
  {
    label: "Est. Close Date",
    column: "estimatedclosedate",
    crm: "estimatedclosedate",
    opportunity: "/closeDate",
    referral: "/details/closingDateTime",
    sent: "always",
    converter: "date",
  },
  {
    label: "Microsoft Partner Center Solutions",
    column: tables.partnerCenterSolution.logicalName,
    crm: `${tables.partnerCenterSolution.logicalName}.${columns.partnerCenterSolution.solutionId}`,
    opportunity: "/solutions",
    referral: "/details/requirements/solutions",
    sent: "always",
    converter: "solutions",
  },
  {
    label: "Customer Marketplace Intent",
    column: own.customerMarketplaceIntent,
    crm: own.customerMarketplaceIntent,
    opportunity: "/marketplaceIntent",
    referral: `/details/requirements/additionalRequirements/attributes/${intentAttributeType}`,
    sent: "create",
    converter: "marketplaceIntent",
  },
  {
    label: "Customer Consent to Share",
    column: own.customerConsent,
    crm: own.customerConsent,
    opportunity: "/hasConsent",
    referral: "/consent/consentToToShareInfoWithOthers",
    sent: "create",
    converter: "yesOrNo",
  },
  {
    label: "Microsoft Partner Center Referral Visibility",
    column: own.referralVisibility,
    crm: own.referralVisibility,
    opportunity: "/isVisible",
    referral: "/consent/consentToShareReferralWithMicrosoftSellers",
    sent: "always",
    converter: "yesOrNo",
  },
  ...(
    [
      ["Account", "name", "/name", "/name"],
      ["Street 1", "address1_line1", "/addressLine1", "/address/addressLine1"],
      ["Street 2", "address1_line2", "/addressLine2", "/address/addressLine2"],
      ["City", "address1_city", "/city", "/address/city"],
      ["State/Province", "address1_stateorprovince", "/state", "/address/state"],
      ["ZIP/Postal Code", "address1_postalcode", "/postalCode", "/address/postalCode"],
    ] as const
  ).map(
    ([label, column, place, path]) =>
      ({
        label,
        column: account,
        crm: `account.${column}`,
        opportunity: `/customer${place}`,
        referral: `/customerProfile${path}`,
        sent: "create",
        converter: "text",
      }) as const,
  ),
  {
    label: "Country/Region code",
    column: account,
    crm: "account.{countryCodeFieldName}",
    opportunity: "/customer/country",
    referral: "/customerProfile/address/country",
    sent: "create",
    converter: "country",
  },
  {
    label: "Contact",
    column: contact,
    crm: "contact",
    opportunity: "/contact",
    referral: "/customerProfile/team",
    sent: "always",
    converter: "contact",
  },
  {
    label: "Owner",
    column: "ownerid",
    crm: "owner",
    opportunity: "/owner",
    referral: "/team",
    sent: "always",
    converter: "owner",
    direction: "toPartnerCenter",
  },
  {
    label: "How can Microsoft help?",
    column: own.howCanMicrosoftHelp,
    crm: own.howCanMicrosoftHelp,
    opportunity: "/help",
    referral: "/inviteContext/assistanceRequestCode",
    sent: "invitation",
    converter: "help",
  },
] as const satisfies readonly StandardRow[];

export const standardFieldMap: FieldMap = rows.map((row) => ({
  direction: "both",
  conflictPolicy: null,
  defaultValue: "",
  converterDetail: "",
  condition: "",
  ...row,
  key: row.referral,
}));
