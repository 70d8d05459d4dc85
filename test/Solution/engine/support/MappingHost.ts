import type { DataverseRow } from "../../../../Solution/engine/adapters/dataverse/DataverseRow";
import type { HostFunction } from "../../../../Solution/engine/adapters/host/Host";
import { columns, tables } from "../../../../Solution/engine/domain/schema";
import type { JsonObject } from "../../../../Solution/engine/domain/values/Json";
import { opportunityId } from "./sampleRows";

const { mappingKey } = columns.fieldMapping;

/** The bridge over one opportunity and the rows of the field map, with columns that do not exist. */
export class MappingHost {
  readonly mappings: DataverseRow[] = [];
  /** Columns of any table that Dataverse does not know. */
  missing: readonly string[] = [];
  /** Refuses operations on the field map. */
  refuse: { code: string; message: string } | null = null;
  readonly ops: string[] = [];
  private readonly memo = new Map<string, string>();

  constructor(
    /** Of the opportunity and, as `account.name`, of joined rows. */
    readonly attributes: JsonObject = {},
    readonly formatted: Readonly<Record<string, string>> = {},
  ) {}

  readonly call: HostFunction = (op, argsJson) => {
    const args = JSON.parse(argsJson) as Record<string, unknown>;
    const refusal = this.refusalOf(op, args);
    return JSON.stringify(refusal ? { ok: false, ...refusal } : { ok: true, value: this.answer(op, args) });
  };

  /** A row of the field map, changed or made as an administrator would in the app. */
  edit(key: string, attributes: JsonObject): void {
    const row = this.mappings.find((one) => one.attributes[mappingKey] === key);
    if (row) row.attributes = { ...row.attributes, ...attributes };
    else
      this.store({
        $t: "entity",
        table: tables.fieldMapping.logicalName,
        attributes: { [mappingKey]: key, ...attributes },
      });
  }

  forget(): void {
    this.memo.clear();
  }

  private store(row: DataverseRow): void {
    const key = row.attributes[mappingKey];
    const known = this.mappings.find(({ attributes }) => attributes[mappingKey] === key);
    if (known) known.attributes = { ...known.attributes, ...row.attributes };
    else this.mappings.push({ ...row, id: `id of ${JSON.stringify(key)}` });
  }

  private refusalOf(op: string, args: Record<string, unknown>): { code: string; message: string } | null {
    const text = JSON.stringify(args);
    if (text.includes(tables.fieldMapping.logicalName) && this.refuse) return this.refuse;
    const isUnknown =
      op === "org.fetch" && this.missing.some((column) => text.includes(`attribute name=\\"${column}\\"`));
    return isUnknown ? { code: "0x80041103", message: "an attribute does not exist" } : null;
  }

  private answer(op: string, args: Record<string, unknown>): unknown {
    if (op.startsWith("org.")) this.ops.push(op);
    switch (op) {
      case "clock.now":
        return { now: "2026-11-22T21:00:00.000Z" };
      case "env.get":
        return { values: {} };
      case "memo.get":
        return { value: this.memo.get(String(args["key"])) ?? null };
      case "memo.put":
        this.memo.set(String(args["key"]), String(args["value"]));
        return {};
      case "org.retrieve":
        return { $t: "entity", table: args["table"], attributes: { firstname: "Sam", isocurrencycode: "NOK" } };
      case "org.execute":
        (args["parameters"] as { Targets: { rows: DataverseRow[] } }).Targets.rows.forEach((row) => this.store(row));
        return { results: {} };
      case "org.fetch":
        return { rows: this.fetch(String(args["fetchXml"])) };
      default:
        throw new Error(`no ${op} is expected here`);
    }
  }

  private fetch(fetchXml: string): DataverseRow[] {
    if (fetchXml.includes(`entity name="${tables.fieldMapping.logicalName}"`)) return this.mappings;
    if (!fetchXml.includes(opportunityId)) return [];
    const asked = (name: string): boolean => fetchXml.includes(`attribute name="${name.split(".").at(-1) ?? ""}"`);
    const attributes = Object.fromEntries(
      Object.entries(this.attributes).filter(([name, value]) => asked(name) && value !== null),
    );
    return [{ $t: "entity", table: "opportunity", attributes, formatted: this.formatted }];
  }
}
