/** A piece of an OData expression. Names may have dots, dashes and `@` in front; they are told apart by what reads them. */
export type Token =
  | { kind: "name" | "string" | "guid" | "date" | "number"; text: string; position: number }
  | { kind: "sign"; text: "(" | ")" | "," | "/" | ":" | ";" | "=" | "[" | "]"; position: number }
  | { kind: "space" | "end"; text: string; position: number };
