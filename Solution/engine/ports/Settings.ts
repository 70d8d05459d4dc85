import type { SyncSettings } from "../domain/sync/SyncSettings";

/** The environment variables of the solution. */
export interface Settings {
  /** As read by some run before, a minute ago at most; costs nothing where that is remembered. */
  remembered(): Promise<SyncSettings>;
  /** As they are now. */
  current(): Promise<SyncSettings>;
}
