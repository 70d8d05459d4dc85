import type { SyncSettings } from "../../domain/sync/SyncSettings";

/** A column path with the columns that settings name put in. */
export const fillSetting = (path: string, settings: SyncSettings): string =>
  path.replace(/\{(\w+)\}/, (_place, name: string) => String(settings[name as keyof SyncSettings]));
