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
      ({ schemaName, displayName, defaultValue }) =>
        new Call("setting", [schemaName, displayName, defaultValue ?? null]),
    ),
    customApis: byKey(source.customApis, schemaKey, (name) => name),
    webResources: byKey(
      source.webResources,
      (name) => schemaKey(parse(name).name),
      (name) => name,
    ),
    securityRoles: byKey(source.roles, labelKey, (name) => name),
    cloudFlows: byKey(
      source.flows,
      ({ name }) => labelKey(name),
      (flow) => ({ ...flow }),
    ),
    connectionReferences: byKey(
      source.connectionReferences,
      ({ logicalName }) => schemaKey(logicalName),
      (reference) => ({ ...reference }),
    ),
  };
  const code = Object.entries(sections).map(([name, value]) => `export const ${name} = ${print(value)} as const;\n`);
  const text = ["// Generated from Solution/src by npm run generate.\n", makers, ...code].join("\n");
  return format(text, { parser: "typescript", plugins: [estree, typescript], printWidth: 120 });
}

/** What a row is written by, so that no script that ships spells out what follows from the rest. */
const makers = 'import { own, setting, table } from "./schemaRows";\n';

/** A row that one of the makers writes. */
class Call {
  constructor(
    readonly maker: "own" | "table" | "setting",
    readonly values: readonly unknown[],
  ) {}
}

function print(value: unknown): string {
  if (value instanceof Call) return `${value.maker}(${value.values.map(print).join(",")})`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${print(member)}`);
  return `{${members.join(",")}}`;
}

const tableKey = (table: TableSource) => schemaKey(table.schemaName);
const lookupsOf = (table: TableSource) => table.columns.filter(({ type }) => type === "lookup");
const hasLookups = (table: TableSource) => lookupsOf(table).length > 0;

function tableFacts({ logicalName, entitySetName, primaryId, primaryName }: TableSource) {
  return primaryId === `${logicalName}id`
    ? new Call("table", [logicalName, entitySetName, primaryName])
    : { logicalName, entitySetName, primaryId, primaryName };
}

function columnsOf({ columns }: TableSource) {
  const names = columns.map(({ schemaName, logicalName }) => [schemaKey(schemaName), logicalName] as const);
  const isOwn = names.every(([key, name]) => name === `cosell_${key.toLowerCase()}`);
  return isOwn
    ? new Call(
        "own",
        names.map(([key]) => key),
      )
    : Object.fromEntries(names);
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
