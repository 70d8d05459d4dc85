import { standardFieldMap } from "../../domain/mapping/standardFieldMap";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { fillSetting } from "./fillSetting";

/** The column path that holds a place of `Opportunity` in this company; a row that takes no column leaves the standard one. */
export const columnAt = (place: string, settings: SyncSettings): string => {
  const isAtPlace = ({ opportunity }: { opportunity: string }): boolean => opportunity === place;
  const row = settings.fieldMap.find(isAtPlace) ?? standardFieldMap.find(isAtPlace);
  return fillSetting(row?.crm ?? "", settings);
};
