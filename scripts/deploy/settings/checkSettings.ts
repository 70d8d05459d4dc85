import { isJson } from "../../tenant/solution/checks/checkEnvironmentVariables";
import { readVariables } from "../../../Solution/engine/domain/settings/readVariables";
import type { DeployedPackage, PackageVariable } from "../readPackage";
import type { DeploymentSettings } from "./DeploymentSettings";

interface Section {
  /** Column that names an entry. */
  key: string;
  columns: readonly string[];
}

const sections: ReadonlyMap<string, Section> = new Map([
  ["EnvironmentVariables", { key: "SchemaName", columns: ["SchemaName", "Value"] }],
  ["ConnectionReferences", { key: "LogicalName", columns: ["LogicalName", "ConnectionId", "ConnectorId"] }],
]);

/** Settings that a package takes, or every problem of the file with what to do about it. */
export type SettingsReading = { settings: DeploymentSettings } | { problems: string[] };

/** Holds the text of a deployment settings file against the package it is for. */
export function checkSettings(text: string, deployed: DeployedPackage): SettingsReading {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { problems: [`It is not JSON: ${(error as Error).message}. npm run settings writes a file that is.`] };
  }
  const shape = shapeProblems(file);
  if (shape.length > 0) return { problems: shape };
  const { EnvironmentVariables = [], ConnectionReferences = [] } = file as Partial<DeploymentSettings>;
  const settings = { EnvironmentVariables, ConnectionReferences };
  const problems = [...variableProblems(settings, deployed), ...connectionProblems(settings, deployed)];
  return problems.length > 0 ? { problems } : { settings };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function shapeProblems(file: unknown): string[] {
  if (!isObject(file))
    return ["It holds no settings: npm run settings writes a file with EnvironmentVariables and ConnectionReferences."];
  return Object.entries(file).flatMap(([name, rows]) => {
    const section = sections.get(name);
    if (!section) return [`${name} is no part of a settings file: take it out, or correct its name.`];
    if (!Array.isArray(rows)) return [`${name} has to be a list in [ ].`];
    return (rows as unknown[]).flatMap((row, index) => rowProblems(row, section, `${name}, entry ${index + 1}`));
  });
}

function rowProblems(row: unknown, { key, columns }: Section, at: string): string[] {
  if (!isObject(row)) return [`${at} has to be an object in { }.`];
  const name = typeof row[key] === "string" ? `${at} (${row[key]})` : at;
  const unknown = Object.keys(row).filter((column) => !columns.some((known) => known === column));
  return [
    ...unknown.map((column) => `${name}: ${column} means nothing here; take it out.`),
    ...columns.flatMap((column) => {
      if (typeof row[column] === "string") return [];
      if (row[column] === undefined) return [`${name}: ${column} is missing.`];
      return [`${name}: ${column} has to be text; write ${JSON.stringify(JSON.stringify(row[column]))}, in quotes.`];
    }),
  ];
}

function variableProblems({ EnvironmentVariables }: DeploymentSettings, { variables }: DeployedPackage): string[] {
  const names = variables.map(({ schemaName }) => schemaName);
  const given = EnvironmentVariables.map(({ SchemaName }) => SchemaName);
  return [
    ...nameProblems("environment variable", given, names),
    ...EnvironmentVariables.flatMap(({ SchemaName, Value }) => {
      const variable = variables.find(({ schemaName }) => isSame(schemaName, SchemaName));
      return variable && Value !== "" ? valueProblems(variable, Value) : [];
    }),
  ];
}

function connectionProblems({ ConnectionReferences }: DeploymentSettings, { connections }: DeployedPackage): string[] {
  const names = connections.map(({ logicalName }) => logicalName);
  const given = ConnectionReferences.map(({ LogicalName }) => LogicalName);
  return [
    ...nameProblems("connection reference", given, names),
    ...ConnectionReferences.flatMap(({ LogicalName, ConnectorId }) => {
      const known = connections.find(({ logicalName }) => isSame(logicalName, LogicalName));
      if (!known || isSame(known.connectorId, ConnectorId)) return [];
      return [`${LogicalName}: its ConnectorId has to be ${known.connectorId}, and the file says "${ConnectorId}".`];
    }),
  ];
}

/** Length of environmentvariablevalue.value. */
const longestValue = 2000;

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function nameProblems(kind: string, given: readonly string[], known: readonly string[]): string[] {
  const unknown = given.filter((name) => !known.some((other) => isSame(other, name)));
  const twice = given.filter((name, index) => given.findIndex((other) => isSame(other, name)) < index);
  return [
    ...unknown.map((name) => `${name}: the package has no ${kind} of that name. It has ${known.join(", ")}.`),
    ...[...new Set(twice)].map((name) => `${name} is there more than once: keep one.`),
  ];
}

function valueProblems({ schemaName, displayName, kind }: PackageVariable, value: string): string[] {
  const about = `${schemaName} (${displayName})`;
  if (value.length > longestValue)
    return [`${about}: its value has ${value.length} characters, and Dataverse keeps ${longestValue}.`];
  const wrong = kindProblem(kind, value);
  if (wrong) return [`${about}: ${wrong}`];
  // The connector itself is asked what it makes of the value; every other variable is as the package brings it.
  return readVariables({ [schemaName]: value }).settingProblems.map(
    (problem) => `${about}: "${problem.value}" means nothing there (${problem.used}). Its description says what does.`,
  );
}

const secretPath =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+\/secrets\/[^/]+(\/[^/]+)?$/i;

/** What is wrong with a value for its kind, and what to write; undefined where nothing is. */
function kindProblem(kind: PackageVariable["kind"], value: string): string | undefined {
  switch (kind) {
    case "number":
      return value.trim() !== "" && Number.isFinite(Number(value)) ? undefined : `"${value}" is no number.`;
    case "yes or no":
      return ["yes", "no"].includes(value.toLowerCase()) ? undefined : `write yes or no, not "${value}".`;
    case "JSON":
      return isJson(value) ? undefined : "its value is not JSON.";
    case "secret":
      return secretPath.test(value)
        ? undefined
        : "a secret never stands in a file: write where Azure Key Vault keeps it, /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.KeyVault/vaults/<name>/secrets/<name>. Or leave it empty, and type it in Setup and health.";
    case "text":
    case "data source":
      return undefined;
  }
}
