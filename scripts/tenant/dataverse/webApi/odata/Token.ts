/** A piece of an OData expression. Names may have dots, dashes and `@` in front; they are told apart by what reads them. */
export type Token =
  /** `json` is text in double quotes, which only lists of values may have. */
  | { kind: "name" | "string" | "json" | "guid" | "date" | "number"; text: string; position: number }
  | { kind: "sign"; text: "(" | ")" | "," | "/" | ":" | ";" | "=" | "[" | "]"; position: number }
  | { kind: "space" | "end"; text: string; position: number };
