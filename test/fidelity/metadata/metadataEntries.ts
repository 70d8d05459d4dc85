import type { Shape } from "../documented/Example";
import type { FidelityEntry, Source } from "../FidelityEntry";
import { platformTables } from "./platformTables";
import { salesTables } from "./salesTables";
import { dumps, type TableFacts } from "./TableFacts";

/** Tables younger than the dumps: only what the table reference of the documentation says at its head. */
const documentedTables: readonly (readonly [table: string, set: string])[] = [
  ["environmentvariabledefinition", "environmentvariabledefinitions"],
  ["environmentvariablevalue", "environmentvariablevalues"],
  ["flowrun", "flowruns"],
  ["appnotification", "appnotifications"],
  ["connectionreference", "connectionreferences"],
  ["customapi", "customapis"],
  ["customapirequestparameter", "customapirequestparameters"],
  ["customapiresponseproperty", "customapiresponseproperties"],
];

/** Tables, columns, options and relationships: each a question to the metadata of the Web API. */
export const metadataEntries: readonly FidelityEntry[] = [
  ...documentedTables.map(([table, set]) => ofDocumentedTable(table, set)),
  ...[...platformTables, ...salesTables].flatMap(ofFacts),
];

function ofFacts(facts: TableFacts): readonly FidelityEntry[] {
  return [
    ofTable(facts),
    ...parts(facts.columns).map((part) => ofColumn(facts, part)),
    ...parts(facts.choices).map((part) => ofChoice(facts, part)),
    ...parts(facts.relationships).map((part) => ofRelationship(facts, part)),
  ];
}

function ofDocumentedTable(table: string, set: string): FidelityEntry {
  return {
    id: `metadata.${table}`,
    area: "metadata",
    what: `Rows of the table ${table} are at ${set}, known by ${table}id.`,
    source: {
      kind: "document",
      url: `https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/${table}`,
    },
    pin: {
      kind: "check",
      check: {
        request: `GET ${address(table)}?$select=EntitySetName,PrimaryIdAttribute`,
        right: { json: { EntitySetName: set, PrimaryIdAttribute: `${table}id` } },
        runs: "anywhere",
      },
    },
  };
}

/** `name String 160; statecode State` as lists of words. */
function parts(text = ""): readonly (readonly string[])[] {
  return text
    .split(";")
    .map((part) => part.trim().split(/\s+/))
    .filter(([first = ""]) => first !== "");
}

function sourceOf({ dumps: keys }: TableFacts): Source {
  return { kind: "metadata", name: keys.map((key) => dumps[key]).join("; ") };
}

function entry(facts: TableFacts, name: string, what: string, request: string, json: Shape): FidelityEntry {
  return {
    id: `metadata.${name}`,
    area: "metadata",
    what,
    source: sourceOf(facts),
    pin: { kind: "check", check: { request: `GET ${request}`, right: { json }, runs: "anywhere" } },
  };
}

function address(table: string): string {
  return `EntityDefinitions(LogicalName='${table}')`;
}

function ofTable(facts: TableFacts): FidelityEntry {
  const { table, set, id, name } = facts;
  return entry(
    facts,
    table,
    `Rows of the table ${table} are at ${set}, known by ${id}${name === null ? "" : ` and called by ${name}`}.`,
    `${address(table)}?$select=EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute`,
    { EntitySetName: set, PrimaryIdAttribute: id, ...(name !== null && { PrimaryNameAttribute: name }) },
  );
}

function ofColumn(facts: TableFacts, [column = "", type = "", length]: readonly string[]): FidelityEntry {
  const { table } = facts;
  const path = `${address(table)}/Attributes(LogicalName='${column}')`;
  const id = `${table}.${column}`;
  if (length === undefined)
    return entry(facts, id, `${table}.${column} is a column of type ${type}.`, `${path}?$select=AttributeType`, {
      AttributeType: type,
    });
  return entry(
    facts,
    id,
    `${table}.${column} is a ${type} of ${length} characters at most.`,
    `${path}/Microsoft.Dynamics.CRM.${type}AttributeMetadata?$select=AttributeType,MaxLength`,
    { AttributeType: type, MaxLength: Number(length) },
  );
}

/** A customer may have added options, so that only the untouched ones are asked for. */
function ofChoice(facts: TableFacts, [column = "", ...values]: readonly string[]): FidelityEntry {
  const { table } = facts;
  const kind = column === "statecode" ? "State" : column === "statuscode" ? "Status" : "Picklist";
  const request = `${address(table)}/Attributes(LogicalName='${column}')/Microsoft.Dynamics.CRM.${kind}AttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Options)`;
  const each = values.map((value) => `(?=[\\s\\S]*"Value":${value}\\b)`).join("");
  return {
    id: `metadata.${table}.${column}.options`,
    area: "metadata",
    what: `${table}.${column} has the options ${values.join(", ")}.`,
    source: sourceOf(facts),
    pin: {
      kind: "check",
      check: { request: `GET ${request}`, right: { text: new RegExp(each) }, runs: "anywhere" },
    },
  };
}

function ofRelationship(facts: TableFacts, [name = "", column = "", target = ""]: readonly string[]): FidelityEntry {
  return entry(
    facts,
    `${facts.table}.${column}.${name}`,
    `The relationship ${name} leads from ${facts.table}.${column} to ${target}.`,
    `RelationshipDefinitions(SchemaName='${name}')/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$select=ReferencedEntity,ReferencingEntity,ReferencingAttribute`,
    { ReferencedEntity: target, ReferencingEntity: facts.table, ReferencingAttribute: column },
  );
}
