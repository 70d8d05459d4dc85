import { createHash } from "node:crypto";
import type { DataverseRow } from "../../../../Solution/engine/adapters/dataverse/DataverseRow";
import type { HostFunction } from "../../../../Solution/engine/adapters/host/Host";
import type { Json, JsonObject } from "../../../../Solution/engine/domain/values/Json";
import { printInstant, toMs } from "../../../../Solution/engine/domain/values/instant";
import { sameJson } from "../../../../Solution/engine/domain/values/sameJson";
import { choices, columns, environmentVariables, tables } from "../../../../Solution/engine/domain/schema";
import { metRunCode } from "../../../../Solution/engine/domain/maintenance/Message";
import { sampleRows } from "./sampleRows";

export interface HttpCall {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
}

export type HttpAnswer =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | { refused: "http.timeout" | "http.network" | "http.notAllowed" };

interface Refusal {
  code: string;
  message: string;
}

type Args = Readonly<Record<string, unknown>>;

/** The bridge of host API 1 over rows in memory: enough of Dataverse for one opportunity, and recorded HTTP. */
export class FakeHost {
  nowMs = toMs("2026-11-22T21:00:00.000Z");
  readonly rows = sampleRows();
  readonly calls: { op: string; args: Args }[] = [];
  readonly httpCalls: HttpCall[] = [];
  readonly env: Record<string, string> = {
    [environmentVariables.partnerCenterTenantId.schemaName]: "11111111-1111-4111-8111-111111111111",
    [environmentVariables.partnerCenterClientId.schemaName]: "22222222-2222-4222-8222-222222222222",
  };
  secret = "the-secret";
  /** Refuses an operation on a table when it returns something. */
  refuse: (op: string, table: string) => Refusal | null = () => null;
  /** Rows for a query that this host does not know; null where it is not the test's. */
  query: (fetchXml: string) => DataverseRow[] | null = () => null;
  private readonly memo = new Map<string, { value: string; expiresOn: string }>();
  private ids = 0;

  constructor(public http: (call: HttpCall) => HttpAnswer | Promise<HttpAnswer>) {}

  readonly call: HostFunction = async (op, argsJson) => {
    const args = JSON.parse(argsJson) as Args;
    this.calls.push({ op, args });
    try {
      return JSON.stringify({ ok: true, value: await this.answer(op, args) });
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      return JSON.stringify({ ok: false, ...(refusal as Refusal) });
    }
  };

  /** Operations on Dataverse rows since the start, `op table`. */
  organizationCalls(): string[] {
    return this.calls.filter(({ op }) => op.startsWith("org.")).map(({ op, args }) => `${op} ${tableOf(args)}`);
  }

  row(table: string): DataverseRow | undefined {
    return this.rows.find((row) => row.table === table);
  }

  attribute(table: string, column: string): Json {
    return this.row(table)?.attributes[column] ?? null;
  }

  set(table: string, attributes: JsonObject): void {
    const row = this.row(table);
    if (!row) throw new Error(`no ${table}`);
    row.attributes = { ...row.attributes, ...attributes };
  }

  /** False: the host's process forgets everything at once, as if each operation ran in another one. */
  hasMemory = true;

  /** As when the host's process starts anew. */
  forgetMemory(): void {
    this.memo.clear();
  }

  private answer(op: string, args: Args): unknown {
    const refusal = this.refuse(op, tableOf(args));
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a refusal is an answer of the bridge
    if (refusal) throw refusal;
    switch (op) {
      case "clock.now":
        return { now: printInstant(this.nowMs) };
      case "id.new":
        return { id: `00000000-0000-4000-8000-${String((this.ids += 1)).padStart(12, "0")}` };
      case "crypto.sha256":
        return { hex: createHash("sha256").update(String(args["text"])).digest("hex") };
      case "env.get":
        return {
          values: Object.fromEntries((args["names"] as string[]).map((name) => [name, this.env[name] ?? null])),
        };
      case "secret.get":
        return { value: this.secret };
      case "memo.get":
        return { value: this.remembered(String(args["key"])) };
      case "memo.put":
        this.memo.set(String(args["key"]), { value: String(args["value"]), expiresOn: String(args["expiresOn"]) });
        return {};
      case "trace":
        return {};
      case "http.send":
        return this.send(args as unknown as HttpCall);
      default:
        return this.organization(op, args);
    }
  }

  private remembered(key: string): string | null {
    const entry = this.memo.get(key);
    return this.hasMemory && entry && entry.expiresOn > printInstant(this.nowMs) ? entry.value : null;
  }

  private async send(call: HttpCall): Promise<unknown> {
    this.httpCalls.push(call);
    const answer = await this.http(call);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a refusal is an answer of the bridge
    if ("refused" in answer) throw { code: answer.refused, message: "by the test" };
    const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? "");
    return { status: answer.status, headers: answer.headers ?? {}, body };
  }

  private organization(op: string, args: Args): unknown {
    const entity = args["entity"] as DataverseRow | undefined;
    switch (op) {
      case "org.fetch":
        return { rows: this.fetch(String(args["fetchXml"])), moreRecords: false };
      case "org.retrieve":
        return this.require(String(args["table"]), String(args["id"]));
      case "org.create":
        this.rows.push(entity as DataverseRow);
        return {};
      case "org.update":
        return this.update(entity as DataverseRow, args["ifMatch"] as string | undefined);
      case "org.execute":
        return { results: this.execute(String(args["message"]), args["parameters"] as Record<string, unknown>) };
      default:
        throw new Error(`The fake host has no ${op}.`);
    }
  }

  private require(table: string, id: string): DataverseRow {
    const row = this.rows.find((one) => one.table === table && one.id === id);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a refusal is an answer of the bridge
    if (!row) throw { code: "0x80040217", message: `${table} with id ${id} does not exist` };
    return row;
  }

  private update(entity: DataverseRow, ifMatch?: string): object {
    const row = this.require(entity.table, entity.id ?? "");
    const version = Number(row.attributes["versionnumber"] ?? 1);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a refusal is an answer of the bridge
    if (ifMatch !== undefined && ifMatch !== String(version)) throw { code: "0x80060882", message: "version mismatch" };
    row.attributes = { ...row.attributes, ...entity.attributes, versionnumber: version + 1 };
    return {};
  }

  private execute(message: string, parameters: Record<string, unknown>): object {
    if (message === "UpsertMultiple") {
      const { table, rows } = parameters["Targets"] as { table: string; rows: (DataverseRow & { keys: JsonObject })[] };
      for (const { keys, attributes } of rows)
        this.rows.push({ $t: "entity", table, id: this.newId(), attributes: { ...attributes, ...keys } });
      return {};
    }
    // A host that does not carry metadata: what the columns take stays unknown.
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a refusal is an answer of the bridge
    if (message === "RetrieveAttribute") throw { code: "host.unexpected", message: "not carried" };
    const target = parameters["Target"] as DataverseRow & { keys: JsonObject };
    const isSame = (row: DataverseRow): boolean =>
      row.table === target.table &&
      Object.entries(target.keys).every(
        ([name, value]) => JSON.stringify(row.attributes[name]) === JSON.stringify(value),
      );
    const row = this.rows.find(isSame);
    if (row) {
      row.attributes = { ...row.attributes, ...target.attributes };
      return { RecordCreated: false, Target: { $t: "ref", table: row.table, id: row.id ?? "" } };
    }
    const id = this.newId();
    this.rows.push({ $t: "entity", table: target.table, id, attributes: { ...target.attributes, versionnumber: 1 } });
    return { RecordCreated: true, Target: { $t: "ref", table: target.table, id } };
  }

  private sumCalls(fetchXml: string): DataverseRow {
    const { callCount, callDay } = columns.link;
    const counted = this.rows.filter(
      ({ table, attributes }) => table === tables.link.logicalName && fetchXml.includes(attributes[callDay] as string),
    );
    const sum = counted.reduce((total, { attributes }) => total + Number(attributes[callCount] ?? 0), 0);
    return { $t: "entity", table: tables.link.logicalName, attributes: { calls: sum } };
  }

  private newId(): string {
    return `aaaaaaaa-0000-4000-8000-${String(this.rows.length + 1).padStart(12, "0")}`;
  }

  private fetch(fetchXml: string): DataverseRow[] {
    const ofTest = this.query(fetchXml);
    if (ofTest !== null) return ofTest;
    const whole = [tables.connection, tables.fieldMapping, tables.conflict].find(({ logicalName }) =>
      fetchXml.includes(`<entity name="${logicalName}"`),
    );
    const isDecided = { $t: "opt", v: choices.conflictState.decided };
    if (whole !== undefined)
      return this.rows
        .filter(({ table }) => table === whole.logicalName)
        .filter(({ attributes }) => !sameJson(attributes[columns.conflict.state] ?? null, isDecided))
        .map(withId);
    if (fetchXml.includes('aggregate="true"')) return [this.sumCalls(fetchXml)];
    // Of links only their trails are asked for by themselves, and this host knows none.
    if (fetchXml.includes(`<entity name="${tables.link.logicalName}"`)) return [];
    if (fetchXml.includes(`<entity name="${tables.auditEntry.logicalName}"`)) {
      const known = Number(/operator="gt" value="(\d+)"/.exec(fetchXml)?.[1]);
      return this.rows.filter(
        ({ table, attributes }) =>
          table === tables.auditEntry.logicalName && Number(attributes[columns.auditEntry.sequence]) > known,
      );
    }
    // No notification met a run.
    if (fetchXml.includes(`<entity name="${tables.message.logicalName}"`) && fetchXml.includes(metRunCode)) return [];
    if (!fetchXml.includes(`<entity name="${tables.opportunity.logicalName}"`))
      throw new Error(`unknown query ${fetchXml}`);
    const opportunity = this.rows.find(({ table, id }) => table === "opportunity" && fetchXml.includes(id ?? "?"));
    if (!opportunity) return [];
    const solutions = this.rows.filter(
      ({ table, attributes }) =>
        table === tables.partnerCenterSolution.logicalName &&
        JSON.stringify(attributes[columns.partnerCenterSolution.opportunityId] ?? null).includes(opportunity.id ?? "?"),
    );
    const joined = {
      ...withId(opportunity).attributes,
      ...aliased(
        "account",
        this.rows.find(({ id }) => id === refId(opportunity, "parentaccountid")),
      ),
      ...aliased(
        "contact",
        this.rows.find(({ id }) => id === refId(opportunity, "parentcontactid")),
      ),
      ...aliased("link", this.row(tables.link.logicalName)),
    };
    return (solutions.length > 0 ? solutions : [undefined]).map((solution) => ({
      ...opportunity,
      attributes: { ...joined, ...aliased("solution", solution) },
    }));
  }
}

const withId = (row: DataverseRow): DataverseRow => ({
  ...row,
  attributes: { [`${row.table}id`]: { $t: "guid", v: row.id ?? "" }, ...row.attributes },
});

const aliased = (alias: string, row: DataverseRow | undefined): JsonObject =>
  row
    ? Object.fromEntries(
        Object.entries(withId(row).attributes)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [`${alias}.${name}`, { $t: "alias", table: row.table, column: name, v: value }]),
      )
    : {};

const refId = ({ attributes }: DataverseRow, column: string): string =>
  (attributes[column] as { id?: string } | null | undefined)?.id ?? "none";

const tableOf = (args: Args): string => {
  const entity = args["entity"] as DataverseRow | undefined;
  const parameters = args["parameters"] as Record<string, { table: string }> | undefined;
  const fromQuery = /<entity name="(\w+)"/.exec(textOf(args["fetchXml"]))?.[1];
  return (
    entity?.table ??
    parameters?.["Target"]?.table ??
    parameters?.["Targets"]?.table ??
    fromQuery ??
    textOf(args["table"])
  );
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
