import type { ConverterName } from "../mapping/ConverterName";
import type { PlaceKind } from "./referralPlaces";

/** What an administrator should know about a converter to choose it. */
export interface ConverterKind {
  /** As the choice column names it. */
  label: string;
  /** What it makes in a referral; empty: whatever its detail says. */
  makes: readonly PlaceKind[];
  /** It puts several columns together, or belongs to one place: only rows of the standard map have it. */
  isReserved?: true;
  /** There is no way back from its text to columns. */
  isOneWay?: true;
}

const scalar = ["text", "number", "flag"] as const;

export const converterKinds: Readonly<Record<ConverterName, ConverterKind>> = {
  text: { label: "Text", makes: ["text"] },
  number: { label: "Number", makes: ["number"] },
  date: { label: "Date", makes: ["day"] },
  yesOrNo: { label: "Yes or no", makes: ["flag"] },
  country: { label: "Country", makes: ["text"] },
  currency: { label: "Currency", makes: ["text"] },
  choiceByTable: { label: "Choice by table", makes: scalar },
  constant: { label: "Constant", makes: [...scalar, "day"] },
  template: { label: "Template", makes: ["text"], isOneWay: true },
  contact: { label: "Contact", makes: ["people"], isReserved: true },
  owner: { label: "Owner", makes: ["people"], isReserved: true },
  solutions: { label: "Solutions", makes: ["solutions"], isReserved: true },
  marketplaceIntent: { label: "Marketplace intent", makes: ["text"], isReserved: true },
  help: { label: "Help", makes: ["text"], isReserved: true },
};
