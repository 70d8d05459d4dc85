import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { Failure } from "../../domain/failure/Failure";
import type { FieldMappingRow } from "../../domain/fieldMapping/FieldMappingRow";
import { columns, tables } from "../../domain/schema";
import { rememberLatest } from "../../domain/values/rememberLatest";
import type { FieldMaps } from "../../ports/FieldMaps";
import type { Host } from "../host/Host";
import type { Memo } from "../host/Memo";
import type { DataverseRow } from "./DataverseRow";
import { fetchXml } from "./fetchXml";
import { fieldMappingColumns, readFieldMappingRow, toFieldMappingRow } from "./fieldMappingRows";
import { findUnknownColumns } from "./findUnknownColumns";
import { isOvertaken, toDataverseFailure } from "./toDataverseFailure";

const { logicalName: table } = tables.fieldMapping;
const key = columns.fieldMapping.mappingKey;
const memoKey = "field mappings";
const rememberMs = 60_000;

const parseRows = rememberLatest((text: string) => JSON.parse(text) as readonly FieldMappingRow[]);

/** Field maps over the bridge; `remembered` costs nothing where some run read the rows in the last minute. */
export interface RememberedFieldMaps extends FieldMaps {
  remembered(): Promise<Outcome<readonly FieldMappingRow[]>>;
}

export const createFieldMaps = (host: Host, memo: Memo): RememberedFieldMaps => {
  const rows = async (): Promise<Outcome<readonly FieldMappingRow[]>> => {
    const query = `<fetch><entity name="${table}">${fetchXml.attributes(fieldMappingColumns)}<order attribute="${key}"/></entity></fetch>`;
    const answer = await host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml: query, as: "system" });
    if (!answer.ok) return failed(toDataverseFailure(answer));
    const found = answer.value.rows.map(readFieldMappingRow);
    await memo.put(memoKey, JSON.stringify(found), rememberMs);
    return done(found);
  };

  const write = async (message: string, targets: readonly DataverseRow[], as: "user" | "system") => {
    if (targets.length === 0) return null;
    const parameters = { Targets: { $t: "entities", table, rows: targets } };
    const answer = await host.call("org.execute", { message, parameters, as });
    return answer.ok ? null : answer;
  };

  return {
    rows,

    remembered: async () => {
      const known = await memo.get(memoKey);
      return known === null ? rows() : done(parseRows(known));
    },

    create: async (made): Promise<Failure | null> => {
      const refusal = await write("CreateMultiple", made.map(toFieldMappingRow), "system");
      return refusal === null || isOvertaken(refusal) ? null : toDataverseFailure(refusal);
    },

    put: async (changed): Promise<Failure | null> => {
      const targets = changed.map((row) => ({ ...toFieldMappingRow(row), keys: { [key]: row.key } }));
      const refusal = await write("UpsertMultiple", targets, "user");
      return refusal === null ? null : toDataverseFailure(refusal);
    },

    unknownColumns: (paths) => findUnknownColumns(host, paths),
  };
};
