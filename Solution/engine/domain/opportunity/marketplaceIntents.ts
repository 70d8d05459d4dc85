import { choices } from "../schema";

/** Whether the customer means to buy through the marketplace. */
export type MarketplaceIntent = keyof typeof choices.customerMarketplaceIntent;

/** Type of the attribute that carries the intent on the wire. */
export const intentAttributeType = "CustomerMarketplaceIntent";

/** Wire ids. `HaveNotDecided` is documented; `Yes` and `No` follow the bulk template's values. */
export const intentIds: Readonly<Record<MarketplaceIntent, string>> = {
  yes: "Yes",
  no: "No",
  haveNotDecided: "HaveNotDecided",
};

const names = Object.keys(intentIds) as MarketplaceIntent[];

/** The intent behind a value of Customer Marketplace Intent; null for blank. */
export const toMarketplaceIntent = (choice: number | null): MarketplaceIntent | null =>
  names.find((name) => choices.customerMarketplaceIntent[name] === choice) ?? null;

export const parseIntentId = (id: string): MarketplaceIntent | null =>
  names.find((name) => intentIds[name].toLowerCase() === id.toLowerCase()) ?? null;
