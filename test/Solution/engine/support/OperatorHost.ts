import type { DataverseRow } from "../../../../Solution/engine/adapters/dataverse/DataverseRow";
import type { HostFunction } from "../../../../Solution/engine/adapters/host/Host";
import { choices, columns, tables } from "../../../../Solution/engine/domain/schema";
import { signerCertificate } from "../../../support/signerCertificate";
import { FakeHost, type HttpAnswer, type HttpCall } from "./FakeHost";
import { opportunityId } from "./sampleRows";

const { message, conflict } = columns;
const messages = tables.message.logicalName;
const asCreated: readonly string[] = [
  "opportunity",
  tables.connection.logicalName,
  tables.fieldMapping.logicalName,
  tables.auditEntry.logicalName,
];

/** Notifications are Microsoft's, whatever they hold: the words after that are what a test is about. */
const verdict = {
  valid: true,
  issuer: "CN=Issuer, O=Microsoft Corporation",
  subject: "CN=Sender, O=Microsoft Corporation",
  notAfter: "2030-01-01T00:00:00.000Z",
  chainValid: true,
};
const certificate = { status: 200, headers: {}, body: "", bodyBase64: signerCertificate().toString("base64") };

/** A host with work that waits, open conflicts, and the answers to the queries of operators' custom APIs. */
export class OperatorHost extends FakeHost {
  private readonly certified: HostFunction = (op, argsJson) => {
    if (op === "crypto.verifyCertificateSignature") return JSON.stringify({ ok: true, value: verdict });
    const isCertificate = op === "http.send" && argsJson.includes(".cer");
    if (isCertificate) return JSON.stringify({ ok: true, value: certificate });
    const isTaken = op === "org.create" || (op === "org.execute" && !/"message":"Upsert(Multiple)?"/.test(argsJson));
    if (!isTaken) return this.plain(op, argsJson);
    this.calls.push({ op, args: JSON.parse(argsJson) as Record<string, unknown> });
    return JSON.stringify({ ok: true, value: { id: opportunityId, results: {} } });
  };
  private readonly plain: HostFunction;

  constructor(http: (call: HttpCall) => HttpAnswer | Promise<HttpAnswer>) {
    super(http);
    this.plain = this.call;
    Object.assign(this, { call: this.certified });
    this.query = (fetchXml) => this.answerQuery(fetchXml);
  }

  addConflict(id: string, path: string): void {
    this.add(tables.conflict.logicalName, id, {
      [conflict.opportunityId]: { $t: "ref", table: "opportunity", id: opportunityId },
      [conflict.field]: path,
      [conflict.state]: { $t: "opt", v: choices.conflictState.open },
    });
  }

  addMessage(id: string, subject: string, direction: number): void {
    this.add(messages, id, {
      [tables.message.primaryId]: { $t: "guid", v: id },
      [message.subject]: subject,
      [message.idempotencyKey]: subject,
      [message.direction]: { $t: "opt", v: direction },
      [message.state]: { $t: "opt", v: choices.messageState.waiting },
      [message.attempts]: 1,
      [message.failureCode]: "http.timeout",
      [message.nextAttemptOn]: { $t: "dt", v: "2026-11-22T20:00:00.000Z" },
    });
  }

  private add(table: string, id: string, attributes: DataverseRow["attributes"]): void {
    this.rows.push({ $t: "entity", table, id, attributes: { ...attributes, versionnumber: 1 } });
  }

  private answerQuery(fetchXml: string): DataverseRow[] | null {
    if (fetchXml.includes("aggregate") || asCreated.some((table) => fetchXml.includes(`<entity name="${table}"`)))
      return null;
    if (!fetchXml.includes(`<entity name="${messages}"`)) return [];
    const isLease = fetchXml.includes('"maintenance"');
    return this.rows
      .filter(
        ({ table, attributes }) => table === messages && (attributes[message.subject] === "maintenance") === isLease,
      )
      .map((row) => ({
        ...row,
        attributes: { [tables.message.primaryId]: { $t: "guid", v: row.id ?? "" }, ...row.attributes },
      }));
  }
}
