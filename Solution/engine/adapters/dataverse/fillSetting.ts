import type { SyncSettings } from "../../domain/sync/SyncSettings";

/** A column path with the columns that settings name put in. */
export const fillSetting = (path: string, settings: SyncSettings): string =>
  path.includes("{")
    ? path.replace(/\{(\w+)\}/, (_place, name: string) => {
        const column = settings[name as keyof SyncSettings];
        return typeof column === "string" ? column : "";
      })
    : path;
