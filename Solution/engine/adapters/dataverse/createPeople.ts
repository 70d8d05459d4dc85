import type { Person } from "../../domain/opportunity/Opportunity";
import { createRowReader, type DataverseRow, type RowReader, type RowReference } from "./DataverseRow";
import type { Host } from "../host/Host";
import type { Memo } from "../host/Memo";

/**
 * Users and currencies. The host lends the system's rights for neither, so they are read as the user and remembered for a
 * while: they hardly change. Undefined is what the user may not see; others may, so it is not remembered.
 */
export interface People {
  owner(reference: RowReference): Promise<Person | undefined>;
  /** ISO 4217. */
  currencyCode(reference: RowReference): Promise<string | undefined>;
}

const rememberOwnerMs = 10 * 60_000;
const rememberCurrencyMs = 24 * 3_600_000;

const userColumns = ["firstname", "lastname", "internalemailaddress", "address1_telephone1", "mobilephone", "title"];

const toPerson = ({ text }: RowReader): Person => ({
  firstName: text("firstname"),
  lastName: text("lastname"),
  email: text("internalemailaddress"),
  phone: text("address1_telephone1") || text("mobilephone"),
  title: text("title"),
});

export const createPeople = (host: Host, memo: Memo): People => {
  const read = async <Value>(
    { table, id }: RowReference,
    columns: readonly string[],
    lifeMs: number,
    toValue: (reader: RowReader) => Value,
  ): Promise<Value | undefined> => {
    const key = `${table} ${id}`;
    const known = await memo.get(key);
    if (known !== null) return JSON.parse(known) as Value;
    const answer = await host.call<DataverseRow>("org.retrieve", { table, id, columns, as: "user" });
    if (!answer.ok) return undefined;
    const value = toValue(createRowReader(answer.value));
    await memo.put(key, JSON.stringify(value), lifeMs);
    return value;
  };

  return {
    owner: (reference) => read(reference, userColumns, rememberOwnerMs, toPerson),
    currencyCode: (reference) =>
      read(reference, ["isocurrencycode"], rememberCurrencyMs, ({ text }) => text("isocurrencycode")),
  };
};
