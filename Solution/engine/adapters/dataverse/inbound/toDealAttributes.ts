import type { FieldMapping } from "../../../domain/mapping/fieldMap";
import type { Opportunity } from "../../../domain/opportunity/Opportunity";
import { choices, columns } from "../../../domain/schema";
import type { SyncSettings } from "../../../domain/sync/SyncSettings";
import { filterEntries } from "../../../domain/values/filterEntries";
import type { Json, JsonObject } from "../../../domain/values/Json";
import type { NewDeal } from "../../../ports/InboundStore";
import { columnAt } from "../columnAt";
import { toCustomAttributes } from "../customValues";
import { tagged } from "../DataverseRow";
import { toConstants } from "./toConstants";

const own = columns.opportunity;

const comesIn = ({ direction }: FieldMapping): boolean => direction === "both" || direction === "toDynamics365";

/** The values that the map lets in. */
const admit = (values: Partial<Opportunity>, { fieldMap }: SyncSettings): Partial<Opportunity> => {
  const places = fieldMap.filter(comesIn).map(({ opportunity }) => opportunity.split("/")[1] ?? "");
  return filterEntries(values, (name) => places.includes(name));
};

const present = (attributes: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries(attributes).filter(
      (entry): entry is [string, Json] => !["", null, undefined].includes(entry[1] as string),
    ),
  );

const money = (value: string | null | undefined): Json =>
  value === null || value === undefined ? null : { $t: "money", v: value };

const day = (value: string | null | undefined): Json =>
  value === null || value === undefined ? null : tagged.instant(`${value}T00:00:00.000Z`);

const reference = (table: string, id: string | null): Json => (id === null ? null : tagged.reference(table, id));

/** An amount without its currency would be another amount. */
const toAmount = (values: Partial<Opportunity>, currencyId: string | null, settings: SyncSettings): JsonObject => {
  if (currencyId === null) return {};
  const currencyColumn = settings.dealValueCurrencyField;
  const lookup = tagged.reference("transactioncurrency", currencyId);
  return present({
    transactioncurrencyid: lookup,
    // A column of the company's own is a lookup, or text that holds the code itself.
    [currencyColumn]: currencyColumn.endsWith("id") ? lookup : (values.currency ?? null),
    [settings.dealValueFieldName]: money(values.dealValue),
  });
};

/**
 * Sync is switched on when the link knows the record, and the trail begins then: before that, a run would share the record a second
 * time, and take the trail for another record's.
 */
const common = ({ table, owner, referral, referralLink }: NewDeal): JsonObject =>
  present({
    ownerid: tagged.reference(owner.table, owner.id),
    [columns[table].syncWithPartnerCenter]: false,
    [columns[table].referralIdentifier]: referral.id,
    [columns[table].referralLink]: referralLink,
  });

const toOpportunity = (deal: NewDeal, settings: SyncSettings): JsonObject => {
  const values = admit(deal.values, settings);
  const custom = toCustomAttributes("opportunity", values.custom ?? {}, settings.fieldMap);
  const { isVisible, marketplaceIntent } = values;
  return {
    ...toConstants(settings, "opportunity"),
    ...present({
      name: values.name || deal.values.customer?.name || "Partner Center",
      [columnAt("/notes", settings)]: values.notes,
      [columnAt("/closeDate", settings)]: day(values.closeDate),
      [own.referralVisibility]: tagged.choice(choices.referralVisibility[isVisible === true ? "visible" : "private"]),
      [own.customerConsent]: values.hasConsent,
      [own.customerMarketplaceIntent]:
        marketplaceIntent === null || marketplaceIntent === undefined
          ? null
          : tagged.choice(choices.customerMarketplaceIntent[marketplaceIntent]),
      parentaccountid: reference("account", deal.accountId),
      customerid: reference("account", deal.accountId),
      parentcontactid: reference("contact", deal.contactId),
      ...custom.attributes,
    }),
    ...toAmount(values, deal.currencyId, settings),
    ...common(deal),
  };
};

/** Source: the sample flow of 2019, which maps name, company, contact and value; the rest are columns that mean the same. */
const toLead = (deal: NewDeal, settings: SyncSettings): JsonObject => {
  const { values } = deal;
  const { contact, customer } = values;
  return {
    ...toConstants(settings, "lead"),
    ...present({
      subject: values.name || customer?.name || "Partner Center",
      description: values.notes,
      companyname: customer?.name,
      firstname: contact?.firstName,
      lastname: contact?.lastName || contact?.firstName || customer?.name || "Unknown",
      emailaddress1: contact?.email,
      telephone1: contact?.phone,
      jobtitle: contact?.title,
      address1_line1: customer?.addressLine1,
      address1_line2: customer?.addressLine2,
      address1_city: customer?.city,
      address1_stateorprovince: customer?.state,
      address1_postalcode: customer?.postalCode,
      address1_country: customer?.country,
      estimatedclosedate: day(values.closeDate),
    }),
    ...(deal.currencyId === null
      ? {}
      : present({
          transactioncurrencyid: tagged.reference("transactioncurrency", deal.currencyId),
          budgetamount: money(values.dealValue),
        })),
    ...common(deal),
  };
};

/** Columns of a record that is made of a referral. */
export const toDealAttributes = (deal: NewDeal, settings: SyncSettings): JsonObject =>
  deal.table === "lead" ? toLead(deal, settings) : toOpportunity(deal, settings);
