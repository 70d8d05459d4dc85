import { done, type Outcome } from "../../domain/failure/Outcome";
import { isNeverShared } from "../../domain/link/doubtSince";
import { weighMatch, type MatchEvidence } from "../../domain/match/weighMatch";
import type { LoadedRecord } from "../../ports/RecordStore";
import type { NewDeal } from "../../ports/InboundStore";
import type { EnginePorts } from "../EnginePorts";
import type { RecordWish } from "./holdLink";

/** An open record that may be the deal of a referral, and what speaks for it. */
export interface AlikeRecord {
  loaded: LoadedRecord;
  evidence: readonly MatchEvidence[];
}

/** Of more, a seller could not choose at a glance. */
const maxTold = 3;

const mayTake = ({ record, link }: LoadedRecord): boolean =>
  record.state === "open" && (link === null || isNeverShared(link));

/**
 * Open records that were never shared and may be the referral's deal, the likeliest first: those that hold an identifier of its own, and those
 * of its account for which as much speaks as the setting asks. One query, and one for each of at most ten records.
 */
export const findAlike = async (
  ports: EnginePorts,
  { table, settings, identified }: RecordWish,
  { values, accountId, id: made }: Pick<NewDeal, "values" | "accountId" | "id">,
): Promise<Outcome<readonly AlikeRecord[]>> => {
  if (settings.matchBeforeCreate === "off") return done([]);
  const ofCustomer = accountId === null || table === "lead" ? done([]) : await ports.matches.findOfCustomer(accountId);
  if (ofCustomer.kind === "failed") return ofCustomer;
  const alike: AlikeRecord[] = [];
  for (const id of new Set([...identified, ...ofCustomer.value])) {
    const loaded = id === made ? done(null) : await ports.records[table].load(id, settings, "always");
    if (loaded.kind === "failed") return loaded;
    if (loaded.value === null || !mayTake(loaded.value)) continue;
    const weighed = weighMatch(values, loaded.value.opportunity);
    const isIdentified = identified.includes(id);
    if (!isIdentified && weighed.length < settings.matchEvidence) continue;
    alike.push({ loaded: loaded.value, evidence: isIdentified ? ["identifier", ...weighed] : weighed });
  }
  const weight = ({ evidence }: AlikeRecord): number => evidence.length + (evidence[0] === "identifier" ? 10 : 0);
  return done(alike.sort((left, right) => weight(right) - weight(left)).slice(0, maxTold));
};
