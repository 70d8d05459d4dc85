import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import type { Row, Store } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";

/**
 * The fields that both sides hold, written from the documentation of the connector and of the Referrals API, not from the
 * engine's map. Values are text that is the same on both sides when the field is equal.
 */
export interface MirroredField {
  name: string;
  /** Word of the field in conflict rows: part of its place in a referral. */
  place: string;
  here: (opportunity: Row, store: Store) => string;
  there: (content: StoredReferral["content"]) => string;
}

/** The day in UTC of a moment in any zone; a day as it is. */
export const day = (text: string): string =>
  /[+-]\d\d:\d\d$/.test(text) ? new Date(text).toISOString().slice(0, 10) : text.slice(0, 10);

const solutionsOf = (opportunity: Row, store: Store): string => {
  const ids: string[] = [];
  for (const row of store.rows("cosell_partnercentersolution")) {
    if (textOf(row.attributes["cosell_opportunityid"]) !== opportunity.id) continue;
    const detail = store.read("cosell_solutiondetail", textOf(row.attributes["cosell_solutiondetailid"]), null);
    ids.push(textOf(row.attributes["cosell_solutionid"]) || textOf(detail?.attributes["cosell_solutionid"]));
  }
  return [...new Set(ids)].sort().join(" ");
};

const numberText = (value: string | number | boolean | null | undefined): string =>
  value === null || value === undefined ? "" : String(Number(value));

export const mirroredFields: readonly MirroredField[] = [
  {
    name: "notes",
    place: "notes",
    here: ({ attributes }) => textOf(attributes["description"]).trim(),
    there: ({ details }) => (details?.notes ?? "").trim(),
  },
  {
    name: "deal value",
    place: "dealValue",
    here: ({ attributes }) => numberText(plain(attributes["estimatedvalue"])),
    there: ({ details }) => numberText(details?.dealValue),
  },
  {
    name: "close date",
    place: "closingDateTime",
    here: ({ attributes }) => day(textOf(attributes["estimatedclosedate"])),
    there: ({ details }) => day(details?.closingDateTime ?? ""),
  },
  {
    name: "currency",
    place: "currency",
    here: ({ attributes }, store) => {
      const currency = store.read("transactioncurrency", textOf(attributes["transactioncurrencyid"]), null);
      return textOf(currency?.attributes["isocurrencycode"]);
    },
    there: ({ details }) => details?.currency ?? "",
  },
  {
    name: "solutions",
    place: "solutions",
    here: solutionsOf,
    there: ({ details }) =>
      [...new Set((details?.requirements?.solutions ?? []).map(({ id }) => id ?? ""))].sort().join(" "),
  },
  {
    name: "contact",
    place: "customerProfile/team",
    here: ({ attributes }, store) => {
      const contact = store.read("contact", textOf(attributes["parentcontactid"]), null);
      return textOf(contact?.attributes["emailaddress1"]);
    },
    there: ({ customerProfile }) => customerProfile?.team?.[0]?.email ?? "",
  },
  {
    name: "visibility",
    place: "consentToShareReferralWithMicrosoftSellers",
    here: ({ attributes }) => String(plain(attributes["cosell_referralvisibility"]) === 731500001),
    there: ({ consent }) => String(consent?.consentToShareReferralWithMicrosoftSellers === true),
  },
];
