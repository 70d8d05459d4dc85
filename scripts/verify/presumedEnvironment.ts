import type { Environment, ReferenceKind } from "../tenant/solution/checks/Environment";
import { mayBePrivilege } from "./platformPrivileges";
import { systemColumns } from "../tenant/solution/checks/systemColumns";
import type { SolutionPackage } from "../tenant/solution/SolutionPackage";
import type { SolutionContents } from "../tenant/solution/contents/SolutionContents";

const none = new Map<string, never>();
const nothing: ReadonlySet<string> = new Set();

/** Ids of messages that are the same in every environment. */
const messages: ReadonlyMap<string, string> = new Map([
  ["9ebdbb1b-ea3e-db11-86a7-000a3a5473e8", "Create"],
  ["20bebb1b-ea3e-db11-86a7-000a3a5473e8", "Update"],
]);

/** What an id means can only be said in an environment. */
const presumedIds: readonly ReferenceKind[] = ["message", "solution"];

/**
 * An environment of which nothing is known but what the zip itself tells: whatever it lists as a missing dependency is there, and
 * so is everything of other publishers. What carries the solution's own prefix has to be in the zip or in that list.
 */
export function presumedEnvironment({ manifest }: SolutionPackage, contents: SolutionContents): Environment {
  const prefix = `${manifest.publisher.prefix.toLowerCase()}_`;
  const required = new Set(
    manifest.missingDependencies.flatMap(({ schemaName, id, parentSchemaName }) => [
      ...(schemaName === undefined ? [] : [schemaName.toLowerCase()]),
      ...(schemaName === undefined || parentSchemaName === undefined
        ? []
        : [`${parentSchemaName}.${schemaName}`.toLowerCase()]),
      ...(id === undefined ? [] : [id]),
    ]),
  );
  const isForeign = (name: string): boolean => !name.toLowerCase().startsWith(prefix);
  // Of somebody else's table a solution may bring the properties, but never all columns.
  const whole = new Set(
    contents.tables.flatMap(({ logicalName, definition }) =>
      definition && !isForeign(logicalName) ? [logicalName] : [],
    ),
  );
  // An export lists whatever its parts need from elsewhere. Where nothing is listed although parts of others' tables are there,
  // the list was taken out, and it can't be said what belongs to this publisher's other solutions.
  const isListed =
    required.size > 0 ||
    contents.tables.every(({ logicalName, definition }) => definition !== undefined || !isForeign(logicalName));

  const presumesColumn = (name: string): boolean => {
    const [table = "", column = ""] = name.split(".");
    if (required.has(name) || systemColumns.has(column)) return true;
    // Columns of this publisher on a table that this solution adds none to are another solution's.
    const isElsewhere = !contents.tables.some((each) => each.logicalName === table && each.columns.length > 0);
    return !whole.has(table) && (isForeign(column) || isElsewhere || !isListed);
  };

  return {
    table: () => undefined,
    relationships: [],
    choices: none,
    webResources: nothing,
    controls: nothing,
    formLayers: none,
    views: nothing,
    charts: none,
    messages,
    pluginTypes: [],
    customApis: none,
    privileges: nothing,
    connectionReferences: nothing,
    solutions: none,
    presumes: (kind, name) => {
      // No list names custom APIs; a solution that brings some is taken to bring all of its own.
      if (kind === "role") return contents.roles.length === 0;
      if (kind === "plug-in type") return contents.assemblies.length === 0;
      if (kind === "custom API") return isForeign(name) || contents.customApis.length === 0;
      if (kind === "privilege") return mayBePrivilege(name, (table) => !isForeign(table) && isListed);
      if (kind === "view" || kind === "form" || kind === "chart") return required.has(name) || !isListed;
      if (kind === "column") return presumesColumn(name.toLowerCase());
      if (required.has(name.toLowerCase()) || presumedIds.includes(kind)) return true;
      return isForeign(name) || !isListed;
    },
  };
}
