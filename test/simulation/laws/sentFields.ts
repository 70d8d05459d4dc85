import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import type { Row, Store } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";

type Content = StoredReferral["content"];

/**
 * Fields that Partner Center fixes when a referral is made: written from the documentation, not from the engine's map. Text that is the
 * same on both sides when the field is equal.
 */
export interface SentField {
  name: string;
  here: (opportunity: Row, store: Store) => string;
  there: (content: Content) => string;
}

const account =
  (column: string): SentField["here"] =>
  ({ attributes }, store) =>
    textOf(store.read("account", textOf(attributes["parentaccountid"]), null)?.attributes[column]).trim();

const intents = ["Yes", "No", "HaveNotDecided"];

interface Attribute {
  type?: string;
  id?: string;
}

export const sentFields: readonly SentField[] = [
  {
    name: "marketplace intent",
    here: ({ attributes }) =>
      intents[Number(plain(attributes["cosell_customermarketplaceintent"]) ?? 731500002) - 731500000] ?? "",
    there: ({ details }) => {
      const { additionalRequirements } = (details?.requirements ?? {}) as {
        additionalRequirements?: { attributes?: readonly Attribute[] };
      };
      const found = additionalRequirements?.attributes?.find(({ type }) => type === "CustomerMarketplaceIntent");
      return found?.id ?? "";
    },
  },
  {
    name: "name",
    here: ({ attributes }) => textOf(attributes["name"]).replace(/^✔ ?/, "").trim(),
    there: ({ name }) => (name ?? "").trim(),
  },
  { name: "customer", here: account("name"), there: ({ customerProfile }) => customerProfile?.name ?? "" },
  {
    name: "street",
    here: account("address1_line1"),
    there: ({ customerProfile }) => customerProfile?.address?.addressLine1 ?? "",
  },
  {
    name: "city",
    here: account("address1_city"),
    there: ({ customerProfile }) => customerProfile?.address?.city ?? "",
  },
  {
    name: "postal code",
    here: account("address1_postalcode"),
    there: ({ customerProfile }) => customerProfile?.address?.postalCode ?? "",
  },
  {
    name: "country",
    here: account("address1_country"),
    there: ({ customerProfile }) => customerProfile?.address?.country ?? "",
  },
];
