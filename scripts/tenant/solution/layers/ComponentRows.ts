import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import type { PlainRow, SystemRows } from "../rows/SystemRows";
import type { Plain } from "../rows/toValue";
import type { ManagedValues } from "./ManagedValues";
import { fingerprint, fingerprints, mergeValues } from "./threeWay";

export interface ComponentRowsOptions {
  rows: SystemRows;
  catalogue: MetadataCatalogue;
  managed: ManagedValues;
  /** The managed solution that writes: what it writes is a layer below the environment's own changes. None for an unmanaged one. */
  solution: string | undefined;
}

/** Says where a component belongs; nobody customises these, and they follow the solution that wrote last. */
const ownership = new Set(["solutionid", "ismanaged", "introducedversion"]);

/** Writes the rows of components, and leaves alone what somebody in the environment has changed in them. */
export class ComponentRows {
  readonly #options: ComponentRowsOptions;

  constructor(options: ComponentRowsOptions) {
    this.#options = options;
  }

  /** Creates or updates a row that nobody but a solution takes away. */
  async save(table: string, id: string, row: PlainRow): Promise<void> {
    const { rows, managed, solution } = this.#options;
    const said = Object.fromEntries(
      Object.entries(row).filter((entry): entry is [string, Plain] => entry[1] !== undefined),
    );
    const written = solution === undefined ? undefined : managed.find(table, id);
    const present = written && (await this.#read(table, id, Object.keys(said)));
    await rows.save(table, id, written && present ? mergeValues<Plain>(written, present, said) : said);
    if (solution !== undefined) managed.note(solution, table, id, fingerprints(said));
  }

  /**
   * Rows of a list that belongs to a component, such as the privileges of a role: those of the solution are brought up to date,
   * those that somebody added or took away stay so.
   */
  async saveList(
    table: string,
    where: Record<string, string>,
    list: ReadonlyMap<string, PlainRow>,
    isSame: (present: Readonly<Record<string, unknown>>, said: PlainRow) => boolean = () => false,
  ): Promise<void> {
    const { rows, managed, solution, catalogue } = this.#options;
    const isManaged = solution !== undefined;
    const primaryId = catalogue.table(table)?.primaryId ?? `${table}id`;
    const columns = [primaryId, ...new Set([...list.values()].flatMap((row) => Object.keys(row)))];
    const present = new Map(
      (await rows.read(table, columns, where)).map((row) => [String(row[primaryId]), row] as const),
    );
    for (const [id, row] of list) {
      const isTakenAway = isManaged && managed.find(table, id) !== undefined && !present.has(id);
      const isAdded = [...present.values()].some((other) => other[primaryId] !== id && isSame(other, row));
      if (!isTakenAway && !isAdded) await this.save(table, id, row);
      else if (isManaged) managed.note(solution, table, id, fingerprints(row));
    }
    for (const [id, row] of present) {
      const written = managed.find(table, id);
      if (list.has(id) || (isManaged ? written === undefined : written !== undefined)) continue;
      const isChanged = Object.entries(written ?? {}).some(
        ([name, before]) => name in row && before !== fingerprint(row[name]),
      );
      if (isChanged) continue;
      await rows.delete(table, id);
      managed.forget(table, id);
    }
  }

  async #read(table: string, id: string, names: readonly string[]): Promise<Record<string, Plain> | undefined> {
    const { rows, catalogue } = this.#options;
    const primaryId = catalogue.table(table)?.primaryId ?? `${table}id`;
    const customizable = names.filter((name) => !ownership.has(name));
    const [row] = await rows.read(table, customizable, { [primaryId]: id });
    return row && Object.fromEntries(customizable.map((name) => [name, row[name] ?? null]));
  }
}
