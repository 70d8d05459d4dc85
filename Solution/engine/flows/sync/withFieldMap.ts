import { applyFieldMap } from "../../domain/fieldMapping/applyFieldMap";
import { labelAt } from "../../domain/mapping/fieldMap";
import { mapOfTable } from "../../domain/mapping/mapOfTable";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { settingFindings } from "../../domain/settings/settingFindings";
import { toFinding, type Finding } from "../../domain/validation/Finding";
import type { LoadedRecord } from "../../ports/RecordStore";

/** A deal and the settings as they count for one another. */
export interface MappedDeal {
  /** With the defaults of the map. */
  loaded: LoadedRecord;
  /** With the rows of the map that count for this deal. */
  settings: SyncSettings;
  /** About values that the map has no counterpart for, and about settings that keep the deal from what its seller expects. */
  findings: readonly Finding[];
}

/** Applies the company's field map to a deal. */
export const withFieldMap = (found: LoadedRecord, settings: SyncSettings): MappedDeal => {
  const { table } = found.record;
  const ofTable = mapOfTable(settings.fieldMap, table);
  const { fieldMap, opportunity, problems } = applyFieldMap(ofTable, found.opportunity, table);
  const details = problems.map(({ key }) => labelAt(key, settings.fieldMap)).join(", ");
  return {
    loaded: { ...found, opportunity },
    settings: { ...settings, fieldMap },
    findings: found.record.isSyncOn
      ? [...(details === "" ? [] : [toFinding("valueNotMapped", { details })]), ...settingFindings(settings)]
      : [],
  };
};
