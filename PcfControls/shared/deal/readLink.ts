import { failureAbout } from "../../../Solution/engine/domain/link/failureAbout";
import { emptyMemory, parseLinkMemory, type LinkMemory } from "../../../Solution/engine/domain/link/Link";
import { visibilityPath } from "../../../Solution/engine/domain/referral/referralPatch";
import { columns, tables } from "../../../Solution/engine/domain/schema";
import { belongsTo, type DealKey } from "./DealKey";
import type { DataverseRecord, RecordSource } from "./RecordSource";
import { outcomes, type LinkFacts, type MicrosoftPart, type Outcome } from "./LinkFacts";

const { answerDueOn, failureCode, lastAgreedValues } = columns.link;

/** Nothing is known: there is no link, or the user may not read it. */
export const noLink: LinkFacts = {
  failureCode: null,
  about: null,
  isVisible: null,
  microsoft: "none",
  outcome: null,
  values: {},
  customizedPaths: [],
  differences: {},
  answerDueOn: null,
};

const toText = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const toMoment = (value: unknown): Date | null => {
  const moment = new Date(toText(value) ?? Number.NaN);
  return Number.isNaN(moment.getTime()) ? null : moment;
};

/** A memory of a later version's shape says nothing that could be shown. */
const parseMemory = (text: string): LinkMemory => {
  try {
    return parseLinkMemory(text);
  } catch {
    return emptyMemory;
  }
};

const toMicrosoftPart = ({ microsoft, own }: LinkMemory): MicrosoftPart => {
  if (own?.status === "New") return "offers";
  if (microsoft === null) return "none";
  if (microsoft.status === "Closed") return "ended";
  return microsoft.status === "New" ? "asked" : "accepted";
};

const toOutcome = ({ own }: LinkMemory): Outcome | null =>
  own?.status === "Closed" ? (outcomes.find((outcome) => outcome === own.substatus.toLowerCase()) ?? null) : null;

const toLinkFacts = (row: DataverseRecord): LinkFacts => {
  const memory = parseMemory(toText(row[lastAgreedValues]) ?? "");
  const { values, differences, customizedPaths } = memory;
  const code = toText(row[failureCode]);
  return {
    failureCode: code,
    about: failureAbout(code, memory),
    isVisible: Object.keys(values).length === 0 ? null : values[visibilityPath] === true,
    microsoft: toMicrosoftPart(memory),
    outcome: toOutcome(memory),
    values,
    customizedPaths,
    differences,
    answerDueOn: toMoment(row[answerDueOn]),
  };
};

/** The link of a deal. Rejects where it cannot be read. */
export const fetchLink = async (records: RecordSource, deal: DealKey): Promise<LinkFacts> => {
  const query = `?$select=${failureCode},${lastAgreedValues},${answerDueOn}&$filter=${belongsTo(deal, "link")}`;
  const [row] = (await records.retrieveMultipleRecords(tables.link.logicalName, query)).entities;
  return row ? toLinkFacts(row) : noLink;
};

/** The same. Without the right to read it a panel still tells the state, just not the cause. */
export const readLink = async (records: RecordSource, deal: DealKey): Promise<LinkFacts> => {
  try {
    return await fetchLink(records, deal);
  } catch {
    return noLink;
  }
};
