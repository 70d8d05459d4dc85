import type { Services } from "../app/Services";
import { createRecords } from "../records/createRecords";
import { createExecute } from "./execute";
import { onlySupported } from "./onlySupported";

/** `Xrm.WebApi`. */
export function createWebApi({ api, directory }: Services) {
  const records = createRecords(api, directory);
  const { execute, executeMultiple } = createExecute(api, directory);
  return onlySupported("Xrm.WebApi", {
    ...records,
    isAvailableOffline: () => false,
    execute,
    executeMultiple,
    online: onlySupported("Xrm.WebApi.online", { ...records, execute, executeMultiple }),
  });
}
