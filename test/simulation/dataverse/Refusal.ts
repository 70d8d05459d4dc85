/** A refusal of Dataverse, as the bridge tells it. Source: web service error codes. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const refusals = {
  absent: (table: string, id: string) => new Refusal("0x80040217", `${table} With Id = ${id} Does Not Exist`),
  duplicateId: () => new Refusal("0x80040237", "Cannot insert duplicate key."),
  duplicateKey: (columns: readonly string[]) =>
    new Refusal("0x80060892", `A record that has the attribute values ${columns.join(", ")} already exists.`),
  versionMismatch: () => new Refusal("0x80060882", "The version of the existing record doesn't match."),
  unknownColumn: (table: string, column: string) =>
    new Refusal("0x80041103", `'${table}' entity doesn't contain attribute with Name = '${column}'.`),
  textTooLong: (column: string) => new Refusal("0x80044331", `A validation error occurred: ${column} is too long.`),
  outOfRange: (column: string) => new Refusal("0x80044330", `A validation error occurred: ${column} is out of range.`),
  noOption: (column: string) => new Refusal("0x8004431a", `${column}: the value is outside the valid range.`),
  tooEarly: (column: string) => new Refusal("0x80040203", `${column}: DateTime is less than minimum value supported.`),
  wrongKind: (column: string) => new Refusal("0x80040203", `Incorrect attribute value type for ${column}.`),
  closed: () => new Refusal("0x80048408", "This deal is closed already."),
  timeout: () => new Refusal("0x80044151", "Sql timeout."),
  deadlock: () => new Refusal("0x80044150", "Generic SQL error: the transaction was chosen as the deadlock victim."),
  tooLong: () => new Refusal("0x80072321", "Combined execution time of incoming requests exceeded the limit."),
  busy: () => new Refusal("0x80072322", "Number of requests exceeded the limit."),
  noTransaction: () => new Refusal("0x80040251", "There is no active transaction."),
  notAllowed: (what: string) => new Refusal("host.notAllowed", what),
  aborted: (message: string) => new Refusal("0x80040265", message),
} as const;
