import { choices } from "../schema";

/** Where an opportunity stands; one of twelve. */
export type SyncStatus = keyof typeof choices.syncStatus;

const names = Object.keys(choices.syncStatus) as SyncStatus[];

export const toChoice = (status: SyncStatus): number => choices.syncStatus[status];

/** The status behind a value of Sync Status; not shared for blank and for values of a later version. */
export const toSyncStatus = (choice: number | null): SyncStatus =>
  names.find((name) => choices.syncStatus[name] === choice) ?? "notShared";
