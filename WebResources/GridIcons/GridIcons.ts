import { createPageClient, once } from "../shared/forms/createFormParts";
import { readCheckMarkSetting } from "../shared/forms/readCheckMarkSetting";
import { createSyncIcon } from "./createSyncIcon";

// A list shows its rows without icons until then.
const timeoutMs = 10_000;

/** Image function of the name column; it reads the setting once a page, as forms do. */
export const syncIcon = createSyncIcon(once(() => readCheckMarkSetting(createPageClient(timeoutMs))));
