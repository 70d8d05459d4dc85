import type { FilterExpression, Literal } from "./FilterExpression";
import { expectLiteral, readLiterals } from "./parseLiteral";
import type { TokenReader } from "./TokenReader";

export const queryFunctionPrefix = "Microsoft.Dynamics.CRM.";

/** `Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7)`; the name is read already. */
export function parseQueryFunction(reader: TokenReader, name: string): FilterExpression {
  reader.expectSign("(");
  let property: string | undefined;
  let values: Literal[] = [];
  do {
    const argument = reader.peek();
    const argumentName = reader.expectName();
    reader.expectSign("=");
    if (argumentName === "PropertyName") property = readText(reader);
    else if (argumentName === "PropertyValue") values = [expectLiteral(reader)];
    else if (argumentName === "PropertyValues") values = readList(reader);
    else throw reader.refusal("PropertyName, PropertyValue or PropertyValues", argument);
  } while (reader.takeSign(","));
  reader.expectSign(")");
  if (property === undefined) throw reader.refusal("a PropertyName");
  return { kind: "queryFunction", function: name.slice(queryFunctionPrefix.length), property, values };
}

function readText(reader: TokenReader): string {
  const literal = expectLiteral(reader);
  if (literal.kind !== "string") throw reader.refusal("a name in quotes");
  return literal.text;
}

function readList(reader: TokenReader): Literal[] {
  reader.expectSign("[");
  return readLiterals(reader, "]");
}
