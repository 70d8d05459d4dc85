import type { Outcome } from "../domain/failure/Outcome";
import type { IdentifiedReferral } from "../domain/match/identifyRecord";
import type { MatchCandidate } from "../domain/match/MatchCandidate";
import type { SyncSettings } from "../domain/sync/SyncSettings";

/** Records that a referral may be about, with the rights of the system. */
export interface MatchStore {
  /** Records of the table, open and closed, that hold one of the identifiers. One query. */
  findByIdentifier(
    table: MatchCandidate["table"],
    referral: Pick<IdentifiedReferral, "referralIdentifier" | "microsoftCrmIdentifier">,
    settings: SyncSettings,
  ): Promise<Outcome<readonly MatchCandidate[]>>;
  /** Ids of the account's open opportunities without a link, those changed last first; at most ten. One query. */
  findOfCustomer(accountId: string): Promise<Outcome<readonly string[]>>;
}
