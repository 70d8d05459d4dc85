import { customApis, environmentVariables, tables } from "../../../../Solution/engine/domain/schema";
import { readMappingFile } from "../../../../Solution/engine/domain/fieldMapping/mappingFile";
import { readFieldMap } from "../../../../Solution/engine/domain/fieldMapping/readFieldMap";
import { standardFieldMap } from "../../../../Solution/engine/domain/mapping/standardFieldMap";
import { readVariables } from "../../../../Solution/engine/domain/settings/readVariables";
import type { SyncSettings } from "../../../../Solution/engine/domain/sync/SyncSettings";
import type { RunningTenant } from "../../../../scripts/start/startTenant";
import type { ColumnMetadata } from "../../../../scripts/tenant/dataverse/metadata";
import type { Chance } from "../../../simulation/time/Chance";
import { setVariable } from "../setVariable";
import type { Sides } from "../Sides";

type Kind = Pick<ColumnMetadata, "type"> & Partial<ColumnMetadata>;

const options = [
  { value: 100, label: "Gold" },
  { value: 101, label: "Silver" },
];

/** Columns of a company's own: one of each kind that a table can have, and those that take the place of standard ones. */
const ofOpportunity: Readonly<Record<string, Kind>> = {
  new_text: { type: "nvarchar", format: "text", maxLength: 12 },
  new_memo: { type: "ntext", format: "textarea", maxLength: 150 },
  new_whole: { type: "int", minValue: -10, maxValue: 1000 },
  new_long: { type: "bigint" },
  new_decimal: { type: "decimal", precision: 2, minValue: 0, maxValue: 100 },
  new_float: { type: "float", precision: 3, minValue: -5, maxValue: 5 },
  new_money: { type: "money", precision: 2, minValue: 0, maxValue: 1_000_000 },
  new_flag: { type: "bit", defaultValue: false },
  new_day: { type: "datetime", format: "date" },
  new_moment: { type: "datetime", format: "datetime" },
  new_choice: { type: "picklist", options },
  new_table: { type: "picklist", options },
  new_choices: { type: "multiselectpicklist", options },
  new_region: { type: "nvarchar", format: "text", maxLength: 2 },
  new_action: { type: "nvarchar", format: "text", maxLength: 9 },
  new_accepted: { type: "datetime", format: "date" },
  new_notes: { type: "ntext", format: "textarea", maxLength: 60 },
  new_closing: { type: "datetime", format: "date" },
  new_amountwhole: { type: "int", minValue: 0, maxValue: 100_000 },
  new_amountdecimal: { type: "decimal", precision: 2, minValue: 0, maxValue: 100_000 },
  new_amountmoney: { type: "money", precision: 2, minValue: 0, maxValue: 100_000 },
};
const ofAccount: Readonly<Record<string, Kind>> = {
  new_country: { type: "nvarchar", format: "text", maxLength: 2 },
  new_duns: { type: "nvarchar", format: "text", maxLength: 9 },
  new_external: { type: "nvarchar", format: "text", maxLength: 20 },
};

const toColumn = ([logicalName, kind]: [string, Kind]): ColumnMetadata => ({
  logicalName,
  schemaName: logicalName,
  displayName: logicalName,
  required: "none",
  secured: false,
  validForCreate: true,
  validForUpdate: true,
  custom: true,
  ...kind,
});

/** As makers add them. */
const addColumns = async ({ core: { catalogue, transactions } }: RunningTenant): Promise<void> => {
  const add = (name: string, columns: Readonly<Record<string, Kind>>): void => {
    const table = catalogue.table(name);
    if (table === undefined) throw new Error(`There is no table ${name}.`);
    catalogue.saveTable({ ...table, columns: [...table.columns, ...Object.entries(columns).map(toColumn)] });
  };
  await transactions.inTransaction(() => {
    add(tables.opportunity.logicalName, ofOpportunity);
    add("account", ofAccount);
    return Promise.resolve();
  });
};

type Row = Readonly<Record<"key" | "crmColumn" | "converter" | "direction", string>> & { converterDetail?: string };

const in365 = "toDynamics365";

const ofOneKind = [
  "text",
  "memo",
  "whole",
  "long",
  "decimal",
  "float",
  "money",
  "flag",
  "day",
  "moment",
  "choice",
  "choices",
];

const added: readonly Row[] = [
  ...ofOneKind.map((kind) => ({
    key: `/details/new_${kind}`,
    crmColumn: `new_${kind}`,
    converter: "text",
    direction: in365,
  })),
  { key: "/customerProfile/address/region", crmColumn: "new_region", converter: "country", direction: in365 },
  { key: "/details/customerRequestedContact", crmColumn: "new_action", converter: "text", direction: "both" },
  {
    key: "/details/customerAction",
    crmColumn: "new_table",
    converter: "choiceByTable",
    converterDetail: '{"100": "Gold", "101": "Silver", "999": "Platinum"}',
    direction: in365,
  },
  { key: "/acceptedDateTime", crmColumn: "new_accepted", converter: "date", direction: in365 },
  { key: "/customerProfile/ids/External", crmColumn: "account.new_external", converter: "text", direction: in365 },
];

const replaced: readonly Row[] = [
  { key: "/details/notes", crmColumn: "new_notes", converter: "text", direction: "both" },
  { key: "/details/closingDateTime", crmColumn: "new_closing", converter: "date", direction: "both" },
];

const { dealValueFieldName, countryCodeFieldName, dunsFieldName } = environmentVariables;

/** What the company maps: columns of every kind, and by chance columns of its own in place of standard ones. */
export class CompanySetup {
  private readonly rows: readonly Row[];
  private readonly variables: Readonly<Record<string, string>>;

  constructor(chance: Chance) {
    this.rows = [...added, ...replaced.filter(() => chance.happens(0.5))];
    this.variables = Object.fromEntries(
      (
        [
          [dealValueFieldName.schemaName, chance.pick(["", "new_amountwhole", "new_amountdecimal", "new_amountmoney"])],
          [countryCodeFieldName.schemaName, chance.pick(["", "new_country"])],
          [dunsFieldName.schemaName, chance.pick(["", "new_duns"])],
        ] as const
      ).filter(([, value]) => value !== ""),
    );
  }

  get words(): string {
    const moved = this.rows.filter((row) => replaced.includes(row)).map(({ crmColumn }) => crmColumn);
    return ["standard columns", ...moved, ...Object.values(this.variables)].join(", ");
  }

  get settings(): SyncSettings {
    const reading = readMappingFile(this.file);
    if (reading.kind === "wrong") throw new Error(reading.words);
    return { ...readVariables(this.variables), ...readFieldMap(reading.file.rows, standardFieldMap) };
  }

  /** As makers and administrators do it. */
  async install(tenant: RunningTenant, sides: Sides): Promise<void> {
    await addColumns(tenant);
    for (const [name, value] of Object.entries(this.variables)) await setVariable(tenant, name, value);
    const { Response } = await sides.call(customApis.transferMapping, { Mapping: this.file, DryRun: false });
    const { kind, problems } = Response as { kind: string; problems: unknown };
    if (kind !== "imported") throw new Error(JSON.stringify(problems));
    // Reads the rows anew: a run remembers them for a minute.
    await sides.call(customApis.checkMapping, {});
  }

  private get file(): string {
    const rows = this.rows.map((row) => ({ ...row, path: row.key, name: row.key }));
    return JSON.stringify({ version: 1, partial: true, rows });
  }
}
