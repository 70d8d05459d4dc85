import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import type { Caller, OrganizationService } from "../../dataverse/OrganizationService";
import type { EntityValue, Value } from "../../dataverse/values";
import { systemCaller } from "./systemCaller";
import { type Plain, toValue } from "./toValue";

export type PlainRow = Record<string, Plain | undefined>;

/** A row read back, without the tags: text, numbers, flags and ids as they are. */
export type ReadRow = Record<string, string | number | boolean | undefined>;

const escapeXml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

function toPlain(value: Value | undefined): string | number | boolean | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "object") return value;
  if (value.$t === "ref") return value.id;
  return "v" in value && (typeof value.v === "string" || typeof value.v === "number") ? value.v : undefined;
}

/** Reads and writes rows of any table as SYSTEM, in plain values. */
export class SystemRows {
  readonly #service: OrganizationService;
  readonly #catalogue: MetadataCatalogue;
  readonly #caller: Caller = systemCaller();

  constructor(service: OrganizationService, catalogue: MetadataCatalogue) {
    this.#service = service;
    this.#catalogue = catalogue;
  }

  /** All rows of a table whose columns equal the given values. */
  async read(
    table: string,
    columns: readonly string[],
    where: Record<string, string | number> = {},
  ): Promise<ReadRow[]> {
    const conditions = Object.entries(where).map(
      ([column, value]) => `<condition attribute="${column}" operator="eq" value="${escapeXml(String(value))}" />`,
    );
    const filter = conditions.length > 0 ? `<filter>${conditions.join("")}</filter>` : "";
    const attributes = columns.map((column) => `<attribute name="${column}" />`).join("");
    const rows: EntityValue[] = [];
    for (let page = 1; ; page++) {
      const fetchXml = `<fetch page="${page}" count="5000"><entity name="${table}">${attributes}${filter}</entity></fetch>`;
      const result = await this.#service.fetch(fetchXml, this.#caller);
      rows.push(...result.rows);
      if (!result.moreRecords) break;
    }
    return rows.map(({ attributes: values }) =>
      Object.fromEntries(columns.map((column) => [column, toPlain(values[column])])),
    );
  }

  /** Creates the row, or updates the one with this id. Columns left undefined are not touched. */
  async save(table: string, id: string, row: PlainRow): Promise<void> {
    const primaryId = this.#primaryId(table);
    const present = await this.read(table, [primaryId], { [primaryId]: id });
    const entity: EntityValue = { $t: "entity", table, id, attributes: this.#toValues(table, row) };
    if (present.length > 0) await this.#service.update(entity, this.#caller);
    else await this.#service.create(entity, this.#caller);
  }

  /** Creates the row, with the given id or one the server chooses. */
  async create(table: string, row: PlainRow, id?: string): Promise<string> {
    const entity: EntityValue = {
      $t: "entity",
      table,
      attributes: this.#toValues(table, row),
      ...(id !== undefined && { id }),
    };
    return this.#service.create(entity, this.#caller);
  }

  async delete(table: string, id: string): Promise<void> {
    await this.#service.delete(table, id, this.#caller);
  }

  /** Deletes the rows whose columns equal the given values. */
  async deleteWhere(table: string, where: Record<string, string | number>): Promise<void> {
    const primaryId = this.#primaryId(table);
    for (const row of await this.read(table, [primaryId], where)) await this.delete(table, String(row[primaryId]));
  }

  #primaryId(table: string): string {
    const known = this.#catalogue.table(table);
    if (!known) throw new Error(`There is no table ${table}.`);
    return known.primaryId;
  }

  #toValues(table: string, row: PlainRow): Record<string, Value> {
    const values: Record<string, Value> = {};
    for (const [name, plain] of Object.entries(row)) {
      if (plain === undefined) continue;
      const column = this.#catalogue.column(table, name);
      if (!column) throw new Error(`The table ${table} has no column ${name}.`);
      values[name] = toValue(column, plain);
    }
    return values;
  }
}
