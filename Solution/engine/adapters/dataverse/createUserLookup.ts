import { isTriedAgain } from "../../domain/failure/failureKinds";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { Person } from "../../domain/opportunity/Opportunity";
import { createRowReader, type DataverseRow, type RowReader, type RowReference } from "./DataverseRow";
import type { Host } from "../host/Host";
import type { Memo } from "../host/Memo";
import { toDataverseFailure } from "./toDataverseFailure";

/**
 * Users and currencies. The host lends the system's rights for neither, so they are read as the user and remembered for a
 * while: they hardly change. Undefined is what the user may not see; others may, so it is not remembered. What Dynamics 365 is only
 * too busy to tell is a failure: a value that nobody read is not the one of before.
 */
export interface People {
  owner(reference: RowReference): Promise<Outcome<Person | undefined>>;
  /** ISO 4217. */
  currencyCode(reference: RowReference): Promise<Outcome<string | undefined>>;
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

export const createUserLookup = (host: Host, memo: Memo): People => {
  const read = async <Value>(
    { table, id }: RowReference,
    columns: readonly string[],
    lifeMs: number,
    toValue: (reader: RowReader) => Value,
  ): Promise<Outcome<Value | undefined>> => {
    const key = `${table} ${id}`;
    const known = await memo.get(key);
    if (known !== null) return done(JSON.parse(known) as Value);
    const answer = await host.call<DataverseRow>("org.retrieve", { table, id, columns, as: "user" });
    if (!answer.ok) {
      const failure = toDataverseFailure(answer);
      return isTriedAgain(failure.code) ? failed(failure) : done(undefined);
    }
    const value = toValue(createRowReader(answer.value));
    await memo.put(key, JSON.stringify(value), lifeMs);
    return done(value);
  };

  return {
    owner: (reference) => read(reference, userColumns, rememberOwnerMs, toPerson),
    currencyCode: (reference) =>
      read(reference, ["isocurrencycode"], rememberCurrencyMs, ({ text }) => text("isocurrencycode")),
  };
};
