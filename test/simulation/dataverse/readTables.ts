import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { baseTables } from "./baseTables";
import type { Column, ColumnKind, Step, Table } from "./Table";

const kinds: Readonly<Record<string, ColumnKind>> = {
  nvarchar: "text",
  ntext: "text",
  lookup: "ref",
  owner: "ref",
  customer: "ref",
  picklist: "choice",
  state: "choice",
  status: "choice",
  bit: "flag",
  datetime: "instant",
  int: "whole",
  bigint: "long",
  money: "money",
  primarykey: "id",
  uniqueidentifier: "id",
};

const inner = (xml: string, name: string): string =>
  new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1]?.trim() ?? "";

/** Numbers of a global choice, by its name. */
type Choices = ReadonlyMap<string, readonly number[]>;

const readChoices = (root: string): Choices => {
  const folder = join(root, "Solution/src/OptionSets");
  return new Map(
    readdirSync(folder).map((file) => {
      const xml = readFileSync(join(folder, file), "utf8");
      const name = /<optionset Name="(\w+)"/.exec(xml)?.[1] ?? "";
      return [name, [...xml.matchAll(/<option value="(-?\d+)"/g)].map(([, value]) => Number(value))];
    }),
  );
};

const readColumn = (xml: string, choices: Choices): readonly [string, Column] | null => {
  const kind = kinds[inner(xml, "Type").toLowerCase()];
  if (kind === undefined) return null;
  const maxLength = Number(inner(xml, "MaxLength"));
  const options = choices.get(inner(xml, "OptionSetName"));
  if (kind === "choice" && options !== undefined) return [inner(xml, "LogicalName"), { kind, options }];
  return [inner(xml, "LogicalName"), kind === "text" && maxLength > 0 ? { kind, maxLength } : { kind }];
};

const readTable = (xml: string, choices: Choices): Table => {
  const name = (/<entity Name="(\w+)"/.exec(xml)?.[1] ?? "").toLowerCase();
  const columns = xml
    .split(/(?=<attribute PhysicalName=)/)
    .slice(1)
    .flatMap((part) => {
      const column = readColumn(part, choices);
      return column === null ? [] : [column];
    });
  const keys = [...xml.matchAll(/<EntityKeyAttributes>([\s\S]*?)<\/EntityKeyAttributes>/g)].map(([, part = ""]) =>
    [...part.matchAll(/<AttributeName>([^<]+)</g)].map(([, column = ""]) => column),
  );
  const builtIn = { versionnumber: { kind: "long" }, ownerid: { kind: "ref" } } as const;
  return {
    name,
    primaryId: `${name}id`,
    primaryName: "cosell_name",
    columns: { ...builtIn, ...Object.fromEntries(columns) },
    keys,
  };
};

const merge = (base: Table | undefined, added: Table): Table =>
  base === undefined
    ? added
    : { ...base, columns: { ...added.columns, ...base.columns }, keys: [...base.keys, ...added.keys] };

/** Every table, with what the solution's own files say about it. */
export const readTables = (root: string): Table[] => {
  const folder = join(root, "Solution/src/Entities");
  const choices = readChoices(root);
  const own = readdirSync(folder).map((name) =>
    readTable(readFileSync(join(folder, name, "Entity.xml"), "utf8"), choices),
  );
  const names = new Set([...baseTables, ...own].map(({ name }) => name));
  return [...names].map((name) => {
    const base = baseTables.find((table) => table.name === name);
    const added = own.find((table) => table.name === name);
    return added === undefined
      ? (base ?? { name, primaryId: "", primaryName: "", columns: {}, keys: [] })
      : merge(base, added);
  });
};

/** The steps that the solution registers. */
export const readSteps = (root: string): Step[] => {
  const folder = join(root, "Solution/src/SdkMessageProcessingSteps");
  return readdirSync(folder).map((file) => {
    const xml = readFileSync(join(folder, file), "utf8");
    const images = [...xml.matchAll(/<SdkMessageProcessingStepImage Name[\s\S]*?<\/SdkMessageProcessingStepImage>/g)];
    return {
      message: /: (\w+) of /.exec(xml)?.[1] ?? "",
      table: inner(xml, "PrimaryEntity"),
      filter: inner(xml, "FilteringAttributes")
        .split(",")
        .filter((column) => column !== ""),
      images: images.map(([image]) => ({
        name: inner(image, "EntityAlias"),
        columns: inner(image, "Attributes").split(","),
      })),
    };
  });
};
