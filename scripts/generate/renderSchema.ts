import { parse } from "node:path";
import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import { format } from "prettier/standalone";
import { labelKey } from "./labelKey";
import { schemaKey } from "./schemaKey";
import type { ChoiceSource, SolutionSource, TableSource } from "./SolutionSource";

/** Text of Solution/engine/domain/schema.ts, formatted as Prettier formats the repository. */
export async function renderSchema(source: SolutionSource): Promise<string> {
  const sections = {
    tables: byKey(source.tables, tableKey, tableFacts),
    columns: byKey(source.tables, tableKey, columnsOf),
    navigation: byKey(source.tables.filter(hasLookups), tableKey, navigationOf),
    choices: byKey(source.choices, ({ displayName }) => labelKey(displayName), optionsOf),
    environmentVariables: byKey(
      source.settings,
      ({ schemaName }) => schemaKey(schemaName),
      ({ schemaName, displayName, defaultValue }) => ({ schemaName, displayName, defaultValue: defaultValue ?? null }),
    ),
    customApis: byKey(source.customApis, schemaKey, (name) => name),
    webResources: byKey(
      source.webResources,
      (name) => schemaKey(parse(name).name),
      (name) => name,
    ),
    securityRoles: byKey(source.roles, labelKey, (name) => name),
  };
  const code = Object.entries(sections).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)} as const;\n`,
  );
  const text = ["// Generated from Solution/src by npm run generate.\n", ...code].join("\n");
  return format(text, { parser: "typescript", plugins: [estree, typescript], printWidth: 120 });
}

const tableKey = (table: TableSource) => schemaKey(table.schemaName);
const lookupsOf = (table: TableSource) => table.columns.filter(({ type }) => type === "lookup");
const hasLookups = (table: TableSource) => lookupsOf(table).length > 0;

function tableFacts({ logicalName, entitySetName, primaryId, primaryName }: TableSource) {
  return { logicalName, entitySetName, primaryId, primaryName };
}

function columnsOf({ columns }: TableSource) {
  return Object.fromEntries(columns.map(({ schemaName, logicalName }) => [schemaKey(schemaName), logicalName]));
}

/** The navigation property of a custom lookup is its schema name. */
function navigationOf(table: TableSource) {
  return Object.fromEntries(lookupsOf(table).map(({ schemaName }) => [schemaKey(schemaName), schemaName]));
}

function optionsOf({ options }: ChoiceSource) {
  return Object.fromEntries(options.map(({ label, value }) => [labelKey(label), value]));
}

/** Two components with one key would hide each other. */
function byKey<Item, Value>(items: Item[], keyOf: (item: Item) => string, valueOf: (item: Item) => Value) {
  const keys = items.map(keyOf);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`Two components of Solution/src share the key "${twice}": rename one.`);
  return Object.fromEntries(items.map((item) => [keyOf(item), valueOf(item)]));
}
