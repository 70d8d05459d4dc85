import type { Failure } from "../domain/failure/Failure";
import type { CallShare } from "../domain/maintenance/refuseCall";

/** Requests to Partner Center that this run has made and nobody has stored yet; the licence allows so many a day. */
export interface CallCounter {
  /** Why no more calls of this share may be made today; null when one may. */
  refuse(dailyCallBudget: number, share: CallShare): Promise<Failure | null>;
  /** How many; they are the caller's to store, and are not told again. */
  take(): number;
  /** Stores what nobody took, with the connection; at most two requests, and none while there are few. Never fails. */
  keep(): Promise<void>;
}
