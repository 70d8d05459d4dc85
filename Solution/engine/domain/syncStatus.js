import { choices } from "./schema";
const names = Object.keys(choices.syncStatus);
export const toChoice = (status) => choices.syncStatus[status];
/** The status behind a value of Sync Status; not shared for blank and for values of a later version. */
export const toSyncStatus = (choice) => { var _a; return (_a = names.find((name) => choices.syncStatus[name] === choice)) !== null && _a !== void 0 ? _a : "notShared"; };
