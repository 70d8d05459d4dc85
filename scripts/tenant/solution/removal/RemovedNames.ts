import { nameBasedGuid } from "../nameBasedGuid";
import { type ComponentSet, componentType as type } from "./ComponentSet";
import type { DependencyEnd } from "./Dependency";
import type { SolutionParts } from "./SolutionParts";

/** Components on their way out, by the names under which others speak of them, all in lower case. */
export class RemovedNames {
  readonly #tables = new Map<string, DependencyEnd>();
  readonly #columns = new Map<string, DependencyEnd>();
  readonly #others = new Map<string, DependencyEnd>();

  static async read(gone: ComponentSet, { rows, catalogue }: SolutionParts): Promise<RemovedNames> {
    const names = new RemovedNames();
    for (const table of catalogue.tables()) {
      const { logicalName, entitySetName } = table;
      if (gone.takesTable(table)) {
        const end = { type: type.table, objectId: nameBasedGuid(`table:${logicalName}`), name: logicalName };
        names.#tables.set(logicalName, end);
        names.#others.set(logicalName, end).set(entitySetName.toLowerCase(), end);
      }
      for (const { logicalName: name } of table.columns) {
        const objectId = nameBasedGuid(`column:${logicalName}.${name}`);
        if (!gone.has(type.column, objectId)) continue;
        names.#columns.set(`${logicalName}.${name}`, { type: type.column, objectId, name, table: logicalName });
      }
    }
    for (const { name } of catalogue.choices()) {
      const objectId = nameBasedGuid(`choice:${name}`);
      if (gone.has(type.choice, objectId)) names.#others.set(name.toLowerCase(), { type: type.choice, objectId, name });
    }
    for (const [kind, table, column] of namedRows) {
      const id = catalogue.table(table)?.primaryId ?? `${table}id`;
      for (const row of await rows.read(table, [id, column])) {
        const end = { type: kind, objectId: String(row[id]), name: String(row[column]) };
        if (!gone.has(kind, end.objectId)) continue;
        names.#others.set(end.objectId, end);
        // Views and charts are spoken of by their ids: their names are words of everyday language.
        if (kind !== type.view && kind !== type.chart) names.#others.set(end.name.toLowerCase(), end);
      }
    }
    return names;
  }

  table(logicalName: string): DependencyEnd | undefined {
    return this.#tables.get(logicalName.toLowerCase());
  }

  column(table: string, logicalName: string): DependencyEnd | undefined {
    return this.#columns.get(`${table.toLowerCase()}.${logicalName.toLowerCase()}`);
  }

  /** A component by a name or an id that says by itself what it is. */
  named(name: string): DependencyEnd | undefined {
    return this.#others.get(name.toLowerCase());
  }

  /** What a text speaks of, such as the definition of a flow, which names columns without their table. */
  spokenOfIn(text: string): DependencyEnd[] {
    const words = new Set(text.toLowerCase().match(/[a-z0-9_]+(?:[./-][a-z0-9_]+)*/g) ?? []);
    const columnsOfOthers = [...this.#columns.values()].filter(({ table = "" }) => !this.#tables.has(table));
    const columns = new Map(columnsOfOthers.map((end) => [end.name, end]));
    const found = [...words].flatMap((word) => {
      const parts = [word, ...word.split(/[./-]/)].map((part) => part.replace(/^_(.+)_value$/, "$1"));
      return parts.flatMap((part) => this.#others.get(part) ?? columns.get(part) ?? []);
    });
    return [...new Set(found)];
  }
}

/** Rows that others name: component type, table, column with the name. */
const namedRows: readonly (readonly [type: number, table: string, column: string])[] = [
  [type.view, "savedquery", "name"],
  [type.chart, "savedqueryvisualization", "name"],
  [type.webResource, "webresource", "name"],
  [type.control, "customcontrol", "name"],
  [type.pluginType, "plugintype", "typename"],
  [type.customApi, "customapi", "uniquename"],
  [type.environmentVariable, "environmentvariabledefinition", "schemaname"],
  [type.connectionReference, "connectionreference", "connectionreferencelogicalname"],
];
