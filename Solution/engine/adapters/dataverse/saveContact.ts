import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import type { Person } from "../../domain/opportunity/Opportunity";
import type { Json, JsonObject } from "../../domain/values/Json";
import type { Host } from "../host/Host";
import { tagged, toRow, type RowReference } from "./DataverseRow";
import type { ReadColumns } from "./columns/createColumnReader";
import { fitUpdate } from "./columns/fitAttributes";
import { fetchRows } from "./fetchRows";
import { fetchXml } from "./fetchXml";
import { toDataverseFailure } from "./toDataverseFailure";

const table = "contact";

const toAttributes = ({ firstName, lastName, email, phone, title }: Person): JsonObject =>
  Object.fromEntries(
    Object.entries({
      firstname: firstName,
      // A contact must have a last name; the address says more than nothing.
      lastname: lastName || firstName || email,
      emailaddress1: email,
      telephone1: phone,
      jobtitle: title,
    }).filter(([, text]) => text !== ""),
  );

/** The account's contact with the e-mail address, or anybody's where the account has none such. */
const find = async (host: Host, email: string, accountId: string | null): Promise<Outcome<string | null>> => {
  if (email === "") return done(null);
  const conditions = [fetchXml.condition("emailaddress1", "eq", email), fetchXml.condition("statecode", "eq", 0)];
  const found = await fetchRows(host, { table, columns: ["contactid", "parentcustomerid"], conditions, top: 20 });
  if (found.kind === "failed") return found;
  const own = found.value.find(({ reference }) => reference("parentcustomerid")?.id.toLowerCase() === accountId);
  return done((own ?? found.value[0])?.text("contactid").toLowerCase() ?? null);
};

const write = async (
  host: Host,
  values: JsonObject,
  record: SyncRecord,
  id: string | null,
): Promise<Outcome<RowReference>> => {
  if (id !== null) {
    const answer = await host.call("org.update", { entity: toRow(table, values, id), as: "system" });
    return answer.ok ? done({ table, id }) : failed(toDataverseFailure(answer));
  }
  const account = record.accountId ?? null;
  const entity = toRow(table, {
    ...values,
    ...(account === null ? {} : { parentcustomerid: tagged.reference("account", account) }),
    ...(record.ownerId === "" ? {} : { ownerid: tagged.reference(record.ownerTable, record.ownerId) }),
  });
  const answer = await host.call<{ id: string }>("org.create", { entity, as: "system" });
  return answer.ok ? done({ table, id: answer.value.id }) : failed(toDataverseFailure(answer));
};

/** The contact column of a deal for a person of Partner Center: the contact with that address, brought up to date, or a new one. */
export const saveContact = async (
  host: Host,
  record: SyncRecord,
  person: Person | null,
  read: ReadColumns,
): Promise<Outcome<Json>> => {
  if (person === null) return done(null);
  const found = await find(host, person.email, record.accountId ?? null);
  if (found.kind === "failed") return found;
  const values = await fitUpdate(table, toAttributes(person), read);
  const contact = await write(host, values, record, found.value);
  return contact.kind === "failed" ? contact : done(tagged.reference(contact.value.table, contact.value.id));
};
