import type { InboundCustomer } from "../account/matchAccount";
import type { Referral } from "../referral/Referral";
import { isJsonObject, type Json } from "../values/Json";
import { plainText } from "../values/plainText";
import { readPointer } from "../values/jsonPointer";

/** What is no text, as it came: nothing of a customer gets lost. */
const toText = (value: Json = null): string =>
  value === null ? "" : plainText(typeof value === "string" ? value : JSON.stringify(value)).trim();

const items = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

const member = (item: Json, name: string): string => (isJsonObject(item) ? toText(item[name]) : "");

/** The customer of a referral, as far as an account can be recognized by it. */
export const readCustomer = ({ content }: Referral): InboundCustomer => ({
  name: toText(readPointer(content, "/customerProfile/name")),
  postalCode: toText(readPointer(content, "/customerProfile/address/postalCode")),
  duns:
    items(readPointer(content, "/customerProfile/ids"))
      .filter((id) => member(id, "profileType").toLowerCase() === "duns")
      .map((id) => member(id, "id"))[0] ?? "",
  emails: items(readPointer(content, "/customerProfile/team"))
    .map((person) => member(person, "email"))
    .filter((email) => email !== ""),
});
