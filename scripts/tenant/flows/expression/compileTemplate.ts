import { isJsonObject, type Json } from "../../dataverse/webApi/json/JsonObject";
import { FlowProblem } from "../FlowProblem";
import type { Evaluate } from "./ExpressionScope";
import { parseExpression } from "./parseExpression";
import { toText } from "./toText";

function wholeExpression(text: string): Evaluate {
  const { evaluate, end } = parseExpression(text, 1);
  if (text.slice(end).trim() !== "") throw new FlowProblem(`The expression "${text}" goes on behind its end.`);
  return evaluate;
}

/** Text with `@{…}` in it; `@@{` stands for the characters themselves. */
function interpolation(text: string): Evaluate {
  const parts: Evaluate[] = [];
  let at = 0;
  for (let next = text.indexOf("@{"); next >= 0; next = text.indexOf("@{", at)) {
    const isEscaped = text[next - 1] === "@";
    const before = text.slice(at, isEscaped ? next - 1 : next);
    parts.push(() => before);
    if (isEscaped) {
      parts.push(() => "@{");
      at = next + 2;
      continue;
    }
    const { evaluate, end } = parseExpression(text, next + 2);
    const closing = text.indexOf("}", end);
    if (closing < 0 || text.slice(end, closing).trim() !== "")
      throw new FlowProblem(`In "${text}" an expression is not closed.`);
    parts.push(evaluate);
    at = closing + 1;
  }
  const rest = text.slice(at);
  return (scope) => parts.map((part) => toText(part(scope))).join("") + rest;
}

function compileText(text: string): Evaluate {
  if (text.startsWith("@@") && !text.startsWith("@@{")) return () => text.slice(1);
  if (text.startsWith("@") && !/^@@?\{/.test(text)) return wholeExpression(text);
  return text.includes("@{") ? interpolation(text) : () => text;
}

/** A value of the definition with its expressions parsed, at whatever depth they stand. Throws `FlowProblem`. */
export function compileTemplate(json: Json): Evaluate {
  if (typeof json === "string") return compileText(json);
  if (Array.isArray(json)) {
    const items = json.map(compileTemplate);
    return (scope) => items.map((item) => item(scope));
  }
  if (!isJsonObject(json)) return () => json;
  const members = Object.entries(json).map(([name, value]) => [name, compileTemplate(value)] as const);
  return (scope) => Object.fromEntries(members.map(([name, value]) => [name, value(scope)]));
}
