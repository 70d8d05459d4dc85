import type { Person } from "../domain/Opportunity";
import { createRowReader, type DataverseRow, type RowReference } from "./DataverseRow";
import type { Host } from "./Host";
import type { Memo } from "./Memo";

/**
 * Users and currencies. The host lends the system's rights for neither, so they are read as the user and remembered for a
 * while: they hardly change. What the user may not see reads as absent.
 */
export interface People {
  /** Null for teams, which are no persons. */
  owner(reference: RowReference | null): Promise<Person | null>;
  /** ISO code; empty without a currency. */
  currencyCode(reference: RowReference | null): Promise<string>;
}

const rememberOwnerMs = 10 * 60_000;
const rememberCurrencyMs = 24 * 3_600_000;

const userColumns = ["firstname", "lastname", "internalemailaddress", "address1_telephone1", "mobilephone", "title"];

export const createPeople = (host: Host, memo: Memo): People => {
  const remember = async <Value>(key: string, lifeMs: number, find: () => Promise<Value>): Promise<Value> => {
    const known = await memo.get(key);
    if (known !== null) return JSON.parse(known) as Value;
    const value = await find();
    await memo.put(key, JSON.stringify(value), lifeMs);
    return value;
  };

  const retrieve = async ({ table, id }: RowReference, columns: readonly string[]): Promise<DataverseRow | null> => {
    const answer = await host.call<DataverseRow>("org.retrieve", { table, id, columns, as: "user" });
    return answer.ok ? answer.value : null;
  };

  const findOwner = async (reference: RowReference): Promise<Person | null> => {
    const row = await retrieve(reference, userColumns);
    if (!row) return null;
    const { text } = createRowReader(row);
    return {
      firstName: text("firstname"),
      lastName: text("lastname"),
      email: text("internalemailaddress"),
      phone: text("address1_telephone1") || text("mobilephone"),
      title: text("title"),
    };
  };

  const findCurrency = async (reference: RowReference): Promise<string> => {
    const row = await retrieve(reference, ["isocurrencycode"]);
    return row ? createRowReader(row).text("isocurrencycode") : "";
  };

  return {
    owner: async (reference) =>
      reference?.table === "systemuser"
        ? remember(`user ${reference.id}`, rememberOwnerMs, () => findOwner(reference))
        : null,
    currencyCode: async (reference) =>
      reference === null ? "" : remember(`currency ${reference.id}`, rememberCurrencyMs, () => findCurrency(reference)),
  };
};
