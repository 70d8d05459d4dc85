import type { FieldMappingRow } from "../../../Solution/engine/domain/fieldMapping/FieldMappingRow";
import type { MappingProblem } from "../../../Solution/engine/domain/fieldMapping/MappingProblem";
import type { RowTest } from "../../../Solution/engine/domain/fieldMapping/testRow";
import type { JsonObject } from "../../../Solution/engine/domain/values/Json";
import { customApis } from "../../../Solution/engine/domain/schema";
import type { Reply, SetupClient } from "../SetupClient";
import { strings } from "../strings";

/** A row of the field map, and what the check says of it. */
export interface MappedField {
  row: FieldMappingRow;
  verdict: "ok" | "warning" | "leftOut" | "off";
  problems: readonly MappingProblem[];
  /** With a deal: what the row does with it. */
  test: RowTest | null;
}

export interface Mapping {
  fields: readonly MappedField[];
  /** With a deal: the referral that would be made of it. */
  referral: JsonObject | null;
}

/** `Response` of `cosell_CheckMapping`. */
interface CheckAnswer {
  rows: readonly (Omit<MappedField, "row"> & { key: string })[];
  referral: JsonObject | null;
}

/** `Response` of `cosell_TransferMapping` without a mapping. */
interface ExportAnswer {
  mapping: { rows: readonly FieldMappingRow[] };
}

/** `Response` of `cosell_TransferMapping` with a mapping: what it changed, or would change. */
export interface MappingChange {
  kind: "imported" | "shown" | "refused";
  changes: readonly {
    key: string;
    kind: "added" | "changed" | "turnedOff";
    fields: Readonly<Record<string, { before: unknown; after: unknown }>>;
  }[];
  problems: readonly MappingProblem[];
  words: string;
}

/** The field map as it is stored, with what is wrong in it; with a deal, also with what each row does with that. */
export const readMapping = async (client: SetupClient, opportunityId: string): Promise<Reply<Mapping>> => {
  const exported = await client.call(customApis.transferMapping, {});
  if (exported.kind === "failed") return exported;
  const asked = opportunityId === "" ? {} : { OpportunityId: opportunityId };
  const checked = await client.call(customApis.checkMapping, asked);
  if (checked.kind === "failed") return checked;
  const { mapping } = exported.value as unknown as ExportAnswer;
  const { rows, referral } = checked.value as unknown as CheckAnswer;
  const fields = rows.flatMap(({ key, verdict, problems, test }): MappedField[] => {
    const row = mapping.rows.find((one) => one.key === key);
    return row === undefined ? [] : [{ row, verdict, problems, test }];
  });
  return { kind: "done", value: { fields, referral } };
};

/** The whole field map as the text that another environment takes. */
export const exportMapping = async (client: SetupClient): Promise<Reply<string>> => {
  const exported = await client.call(customApis.transferMapping, {});
  return exported.kind === "failed" ? exported : { kind: "done", value: JSON.stringify(exported.value, null, 2) };
};

/** Holds a text against the rules, or puts it in place: all of it, or nothing. */
export const transferMapping = async (
  client: SetupClient,
  text: string,
  isDryRun: boolean,
): Promise<Reply<MappingChange>> => {
  const reply = await client.call(customApis.transferMapping, { Mapping: text, DryRun: isDryRun });
  return reply.kind === "failed" ? reply : { kind: "done", value: reply.value as unknown as MappingChange };
};

/** The text of one row alone; all other rows stay as they are. */
export const toMappingText = (row: FieldMappingRow): string =>
  JSON.stringify({ version: 1, partial: true, rows: [row] });

/** Puts one row in place: why it was not, in words; empty where it was. */
export const saveRow = async (client: SetupClient, row: FieldMappingRow): Promise<string> => {
  const reply = await transferMapping(client, toMappingText(row), false);
  if (reply.kind === "failed") return reply.words;
  return reply.value.kind === "imported" ? "" : strings.mapping.refused;
};

/** A row that fills a column of the records that the connector makes; such as a column that the company made mandatory. */
export const toConstantRow = (column: string, value: string): FieldMappingRow => ({
  id: null,
  key: column,
  name: `Constant for ${column}`,
  crmColumn: column,
  path: "",
  direction: "toDynamics365",
  converter: "constant",
  conflictPolicy: null,
  defaultValue: "",
  converterDetail: value,
  condition: "",
  isStandard: false,
});
