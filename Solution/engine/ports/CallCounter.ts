/** Requests to Partner Center that this run has made and nobody has stored yet; the licence allows so many a day. */
export interface CallCounter {
  /** How many; they are the caller's to store, and are not told again. */
  take(): number;
  /** Stores what nobody took, with the connection; at most two requests, and none while there are few. Never fails. */
  keep(): Promise<void>;
}
