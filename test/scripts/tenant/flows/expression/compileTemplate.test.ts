import fc from "fast-check";
import type { Json } from "../../../../../scripts/tenant/dataverse/webApi/json/JsonObject";
import { compileTemplate } from "../../../../../scripts/tenant/flows/expression/compileTemplate";
import type { ExpressionScope } from "../../../../../scripts/tenant/flows/expression/ExpressionScope";

const scope: ExpressionScope = {
  triggerOutputs: {
    headers: { "Content-Type": "application/json", "x-ms-signature": "abc" },
    body: { name: "Deal", items: [1, 2], none: null, "body/odd": "literal" },
  },
  parameters: { Place: "here" },
  action: (name) =>
    name === "Call"
      ? { status: "Succeeded", outputs: { statusCode: 200, body: { StatusCode: 202, Text: "it's" } } }
      : undefined,
  workflow: { run: { name: "run-1" } },
  now: () => new Date("2026-03-04T10:20:30.400Z"),
  newId: () => "id-1",
};
const evaluate = (template: Json) => compileTemplate(template)(scope);

test.each<[string, Json]>([
  ["plain", "plain"],
  ["a@b.example", "a@b.example"],
  ["@@literal", "@literal"],
  ["@{1}@{'a'}", "1a"],
  ["x @@{y} z", "x @{y} z"],
  ["@{'}'} and {braces}", "} and {braces}"],
  ["@triggerBody()", { name: "Deal", items: [1, 2], none: null, "body/odd": "literal" }],
  ["@triggerBody()?['name']", "Deal"],
  ["@triggerBody()['items'][1]", 2],
  ["@triggerBody()?.name", "Deal"],
  ["@triggerBody()?['gone']?['deeper']", null],
  ["@triggerBody()?['body/odd']", "literal"],
  ["@triggerOutputs()?['headers']?['content-type']", "application/json"],
  ["@triggerOutputs()['headers/X-MS-Signature']", "abc"],
  ["@outputs('Call')?['body/StatusCode']", 202],
  ["@outputs('Call')['statusCode']", 200],
  ["@body('Call')?['Text']", "it's"],
  ["@body('Not_run')", null],
  ["@actions('Call')?['status']", "Succeeded"],
  ["@parameters('Place')", "here"],
  ["@workflow()['run']['name']", "run-1"],
  ["@utcNow()", "2026-03-04T10:20:30.400Z"],
  ["@guid()", "id-1"],
  ["@concat('it''s ', 1, ' ', true, null)", "it's 1 True"],
  ["@string(triggerBody()['items'])", "[1,2]"],
  ["@string('text')", "text"],
  ["Body: @{triggerBody()?['items']}!", "Body: [1,2]!"],
  ["@base64('Zwölf')", "WnfDtmxm"],
  ["@base64ToString(base64('Zwölf 👨‍👩‍👧'))", "Zwölf 👨‍👩‍👧"],
  ["@coalesce(null, triggerBody()?['gone'], 'last')", "last"],
  ["@if(equals(outputs('Call')['statusCode'], 200), 'yes', 'no')", "yes"],
  ["@and(true, not(false), greater(2, 1))", true],
  ["@or(false, less('b', 'a'), lessOrEquals(1, 1))", true],
  ["@int('42')", 42],
  ["@bool('True')", true],
  ["@json('{\"a\":[1]}')?['a']", [1]],
  ["@empty('')", true],
  ["@length(triggerBody()['items'])", 2],
  ["@contains(triggerBody()['items'], 2)", true],
  ["@startsWith('ABC', 'ab')", true],
  ["@toLower('ABC')", "abc"],
  ["@first(split('a,b', ','))", "a"],
  ["@EQUALS(-1.5, -1.5)", true],
])("%s", (template, expected) => {
  expect(evaluate(template)).toEqual(expected);
});

test("expressions are found at any depth", () => {
  expect(evaluate({ a: ["@triggerBody()?['name']", { b: "@{1}" }], c: 1 })).toEqual({ a: ["Deal", { b: "1" }], c: 1 });
});

test.each([
  ["@xpath('a')", "does not know the function xpath"],
  ["@concat(", "a value or a function is expected"],
  ["@triggerBody() more", "goes on behind its end"],
  ["@{triggerBody()", "not closed"],
  ["@equals(1)", "does not take 1 parameters"],
  ["@something", "neither a value nor called"],
])("%s cannot be read: %s", (template, words) => {
  expect(() => compileTemplate(template)).toThrow(words);
});

test.each([
  ["@triggerBody()['gone']", "cannot be selected"],
  ["@triggerBody()['none']['deeper']", "cannot be selected"],
  ["@triggerBody()['name']?['first']", "cannot be selected"],
  ["@int('4.2')", "not a whole number"],
  ["@if('yes', 1, 2)", "True or false is expected"],
  ["@base64(triggerBody())", "A text is expected"],
  ["@json('{')", "not JSON"],
  ["@parameters('Gone')", "cannot be selected"],
])("%s cannot be evaluated: %s", (template, words) => {
  expect(() => evaluate(template)).toThrow(words);
});

test("any text in quotes is that text, and any text without an at sign is itself", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(evaluate(`@concat('${text.replaceAll("'", "''")}')`)).toBe(text);
      const plain = text.replaceAll("@", "");
      expect(evaluate(plain)).toBe(plain);
    }),
  );
});
