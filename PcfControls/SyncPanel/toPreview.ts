import type { Customer } from "../../Solution/engine/domain/opportunity/Opportunity";
import { intentAttributeType } from "../../Solution/engine/domain/opportunity/marketplaceIntents";
import { toReferralValues, type ReferralValues } from "../../Solution/engine/domain/mapping/mapReferral";
import { standardFieldMap } from "../../Solution/engine/domain/mapping/standardFieldMap";
import { helpPath } from "../../Solution/engine/domain/referral/referralPatch";
import { toOpportunityDraft } from "./checkReadiness";
import type { OpportunityValues, PanelProps } from "./PanelProps";
import { excerpt } from "../shared/deal/excerpt";
import type { SharingFacts } from "./SharingFacts";
import type { LinkFacts } from "../shared/deal/LinkFacts";
import { toAmountIn, toHeldValues } from "../shared/deal/toHeldValues";
import { toValueText, type ValueTextParts } from "../shared/deal/toValueText";

type LabelKey = `Preview_${string}`;

/** One line of what Microsoft sees; an empty text when nothing is there to be seen. */
export interface PreviewRow {
  labelKey: LabelKey;
  text: string;
}

/** A value of the form that Partner Center does not hold, and why. */
export interface LocalValue extends PreviewRow {
  why: Unsent | "fixed" | "differs";
}

/** What keeps a value that Partner Center takes from going there: nothing but time, the switched-off sync, or the closed deal. */
export type Unsent = "unsent" | "paused" | "closed";

export interface Preview {
  rows: readonly PreviewRow[];
  /** Only of a shared opportunity. */
  staysHere: readonly LocalValue[];
}

interface Line {
  labelKey: LabelKey;
  /** Places in the referral, by the words that stand together without a comma. */
  groups: readonly (readonly string[])[];
  /** When Partner Center takes a change of it: always, with the first sending alone, or until help was asked for. */
  sent: "always" | "once" | "untilAsked";
}

const line = (labelKey: LabelKey, path: string, sent: Line["sent"] = "always"): Line => ({
  labelKey,
  groups: [[path]],
  sent,
});

const addressGroups = [["addressLine1"], ["addressLine2"], ["postalCode", "city"], ["state"], ["country"]] as const;

const lines: readonly Line[] = [
  line("Preview_Deal", "/name", "once"),
  line("Preview_Value", "/details/dealValue"),
  line("Preview_CloseDate", "/details/closingDateTime"),
  line("Preview_Customer", "/customerProfile/name", "once"),
  {
    labelKey: "Preview_Address",
    groups: addressGroups.map((group) => group.map((part) => `/customerProfile/address/${part}`)),
    sent: "once",
  },
  line("Preview_Contact", "/customerProfile/team"),
  line("Preview_Solutions", "/details/requirements/solutions"),
  line("Preview_Notes", "/details/notes"),
  line("Preview_Help", helpPath, "untilAsked"),
  line("Preview_Intent", `/details/requirements/additionalRequirements/attributes/${intentAttributeType}`, "once"),
];

const join = (parts: readonly string[], separator: string): string =>
  parts.filter((part) => part !== "").join(separator);

const toText = (values: ReferralValues, { groups }: Line, parts: ValueTextParts): string => {
  const textAt = (path: string): string => toValueText(path, values[path] ?? null, parts);
  return join(
    groups.map((group) => join(group.map(textAt), " ")),
    ", ",
  );
};

const whyOf = ({ sent, groups }: Line, held: string, { differences }: LinkFacts, unsent: Unsent): LocalValue["why"] => {
  if (groups.flat().some((path) => path in differences)) return "differs";
  return sent === "always" || (sent === "untilAsked" && held === "") ? unsent : "fixed";
};

/** What Dynamics 365 could not take has a table of its own. */
const isToldApart = ({ groups }: Line, { differences }: LinkFacts): boolean =>
  groups.flat().some((path) => differences[path]?.misfit !== undefined || differences[path]?.isUntaken === true);

type PreviewParts = Pick<PanelProps, "words" | "formats">;

/** The rows as they are shown. */
const inBrief = <Row extends PreviewRow>(rows: readonly Row[], parts: PreviewParts): Row[] =>
  rows.map((row) => ({ ...row, text: excerpt(row.text, parts) }));

const noCustomer: Customer = {
  name: "",
  addressLine1: "",
  addressLine2: "",
  city: "",
  state: "",
  postalCode: "",
  country: "",
};

/** The values of the form as a referral would hold them; what is not read yet is empty. */
const toLocalValues = (opportunity: OpportunityValues, facts: SharingFacts | null): ReferralValues => {
  const { customer, contact, solutions, saved } = facts ?? {
    customer: null,
    contact: null,
    solutions: [],
    saved: null,
  };
  const draft = toOpportunityDraft(opportunity, facts);
  return toReferralValues(
    {
      ...draft,
      id: opportunity.id ?? "",
      notes: saved?.notes ?? "",
      customer: customer ?? { ...noCustomer, name: opportunity.customer?.name ?? "" },
      contact,
      solutions,
      owner: null,
      custom: {},
    },
    standardFieldMap,
  );
};

const ofForm = (opportunity: OpportunityValues, facts: SharingFacts | null, parts: PreviewParts): PreviewRow[] => {
  const values = toLocalValues(opportunity, facts);
  const currency = facts?.saved.currency ?? null;
  return lines.map((one) => {
    const text = toText(values, one, { ...parts, currency, amountIn: currency?.code ?? "" });
    return { labelKey: one.labelKey, text };
  });
};

/**
 * What Microsoft sees: of a shared opportunity what Partner Center holds, and apart from it what stays here; of another one what
 * would be sent. Null where a referral exists and what it holds is not known. Lines whose value the company maps in a way of its
 * own are not compared: the form does not hold what counts there.
 */
export const toPreview = (
  opportunity: OpportunityValues,
  facts: SharingFacts | null,
  { isShared, unsent }: { isShared: boolean; unsent: Unsent },
  parts: PreviewParts,
): Preview | null => {
  const local = ofForm(opportunity, facts, parts);
  if (!isShared) return { rows: inBrief(local, parts), staysHere: [] };
  if (facts === null || Object.keys(facts.link.values).length === 0) return null;
  const { saved, link } = facts;
  const held = toHeldValues(link);
  const amountIn = toAmountIn(link, saved);
  const rows = lines.map((one) => {
    const text = toText(held, one, { ...parts, currency: saved.currency, amountIn });
    return { labelKey: one.labelKey, text };
  });
  const staysHere = lines.flatMap((one, at): LocalValue[] => {
    const [here, there] = [local[at]?.text ?? "", rows[at]?.text ?? ""];
    const isComparable = one.groups.flat().every((path) => !link.customizedPaths.includes(path));
    if (here === there || !isComparable || isToldApart(one, link)) return [];
    return [{ labelKey: one.labelKey, text: here, why: whyOf(one, there, link, unsent) }];
  });
  return { rows: inBrief(rows, parts), staysHere: inBrief(staysHere, parts) };
};
