import type { TableMetadata } from "../../dataverse/metadata";
import type { AppliedComponent } from "../apply/ImportRun";
import { nameBasedGuid } from "../nameBasedGuid";
import type { SystemRows } from "../rows/SystemRows";

/** Component types as `solutioncomponent` numbers them; those above 10,000 differ between environments. */
export const componentType = {
  table: 1,
  column: 2,
  choice: 9,
  relationship: 10,
  role: 20,
  view: 26,
  process: 29,
  applicationRibbon: 50,
  chart: 59,
  form: 60,
  webResource: 61,
  control: 66,
  columnSecurityProfile: 70,
  pluginType: 90,
  pluginAssembly: 91,
  step: 92,
  environmentVariable: 380,
  customApi: 10001,
  connectionReference: 10002,
} as const;

/** Components by type and id. */
export class ComponentSet {
  readonly #keys: ReadonlySet<string>;

  constructor(readonly components: readonly AppliedComponent[]) {
    this.#keys = new Set(components.map(({ type, objectId }) => `${type}|${objectId}`));
  }

  static async ofSolution(rows: SystemRows, solutionId: string): Promise<ComponentSet> {
    const found = await rows.read("solutioncomponent", ["componenttype", "objectid"], { solutionid: solutionId });
    return new ComponentSet(found.map((row) => ({ type: Number(row.componenttype), objectId: String(row.objectid) })));
  }

  /** Those that no solution but this one brings. */
  static async onlyOfSolution(rows: SystemRows, solutionId: string): Promise<ComponentSet> {
    const own = await ComponentSet.ofSolution(rows, solutionId);
    const found = await rows.read("solutioncomponent", ["componenttype", "objectid", "solutionid"]);
    const others = found.filter((row) => row.solutionid !== solutionId);
    return own.without(
      new ComponentSet(others.map((row) => ({ type: Number(row.componenttype), objectId: String(row.objectid) }))),
    );
  }

  has(type: number, objectId: string): boolean {
    return this.#keys.has(`${type}|${objectId}`);
  }

  hasTable(logicalName: string): boolean {
    return this.has(componentType.table, nameBasedGuid(`table:${logicalName}`));
  }

  hasColumn(table: string, column: string): boolean {
    return this.has(componentType.column, nameBasedGuid(`column:${table}.${column}`));
  }

  /** A table that goes with all its rows; of others' tables the solution brings columns only. */
  takesTable(table: TableMetadata): boolean {
    return this.hasTable(table.logicalName) && this.hasColumn(table.logicalName, table.primaryId);
  }

  ids(type: number): string[] {
    return this.components.filter((component) => component.type === type).map(({ objectId }) => objectId);
  }

  without(others: ComponentSet): ComponentSet {
    return new ComponentSet(this.components.filter(({ type, objectId }) => !others.has(type, objectId)));
  }

  /** The components of the set that the types named do not include. */
  ofOtherTypes(types: readonly number[]): readonly AppliedComponent[] {
    return this.components.filter(({ type }) => !types.includes(type));
  }
}
