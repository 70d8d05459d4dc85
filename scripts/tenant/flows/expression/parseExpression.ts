import type { Json } from "../../dataverse/webApi/json/JsonObject";
import { expressionFunctions } from "./expressionFunctions";
import { ExpressionReader } from "./ExpressionReader";
import type { Evaluate } from "./ExpressionScope";
import { selectProperty } from "./selectProperty";

const keywords: Readonly<Record<string, Json>> = { true: true, false: false, null: null };

function parseArguments(reader: ExpressionReader): Evaluate[] {
  const list: Evaluate[] = [];
  if (reader.take(/\)/y) !== undefined) return list;
  do list.push(parseValue(reader));
  while (reader.take(/,/y) !== undefined);
  reader.expect(/\)/y, '")"');
  return list;
}

function parseCall(reader: ExpressionReader, name: string): Evaluate {
  const known = expressionFunctions.get(name.toLowerCase());
  if (!known) return reader.fail(`the local tenant does not know the function ${name}`);
  const list = parseArguments(reader);
  const { least, most = least, run } = known;
  if (list.length < least || list.length > most) return reader.fail(`${name} does not take ${list.length} parameters`);
  return (scope) =>
    run(
      list.map((argument) => argument(scope)),
      scope,
    );
}

function parsePrimary(reader: ExpressionReader): Evaluate {
  const text = reader.take(/'(?:[^']|'')*'/y);
  if (text !== undefined) return () => text.slice(1, -1).replaceAll("''", "'");
  const number = reader.take(/-?\d+(?:\.\d+)?/y);
  if (number !== undefined) return () => Number(number);
  const name = reader.expect(/[A-Za-z_]\w*/y, "a value or a function");
  if (reader.take(/\(/y) !== undefined) return parseCall(reader, name);
  const keyword = keywords[name];
  return keyword === undefined ? reader.fail(`${name} is neither a value nor called as a function`) : () => keyword;
}

/** Parses a value and what is selected from it: `triggerOutputs()?['headers']?['Content-Type']`. */
function parseValue(reader: ExpressionReader): Evaluate {
  let value = parsePrimary(reader);
  for (;;) {
    const isOptional = reader.take(/\?(?=[[.])/y) !== undefined;
    if (reader.take(/\[/y) !== undefined) {
      const [of, key] = [value, parseValue(reader)];
      reader.expect(/\]/y, '"]"');
      value = (scope) => selectProperty(of(scope), key(scope), isOptional);
    } else if (reader.take(/\./y) !== undefined) {
      const [of, key] = [value, reader.expect(/[A-Za-z_]\w*/y, "a property")];
      value = (scope) => selectProperty(of(scope), key, isOptional);
    } else return value;
  }
}

/** Parses the expression that begins at `start`; `end` is where it ends. Throws `FlowProblem`. */
export function parseExpression(text: string, start: number): { evaluate: Evaluate; end: number } {
  const reader = new ExpressionReader(text, start);
  const evaluate = parseValue(reader);
  return { evaluate, end: reader.position };
}
