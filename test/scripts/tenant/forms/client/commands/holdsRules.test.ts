import type { CommandScope } from "../../../../../../scripts/tenant/forms/client/commands/CommandScope";
import { holdsRules } from "../../../../../../scripts/tenant/forms/client/commands/holdsRules";
import type { OpenRule } from "../../../../../../scripts/tenant/forms/protocol";

const scope: CommandScope = {
  table: "opportunity",
  recordId: "1",
  selectedIds: ["1", "2"],
  control: null,
  valueOf: (column) => ({ state: 3, isOpen: true, nothing: null })[column],
  formState: "Existing",
};
const value = (column: string, wanted: string, ifUnknown = false): OpenRule => ({
  kind: "value",
  column,
  value: wanted,
  ifUnknown,
  isInverted: false,
});
const count = (minimum: number, maximum: number | null): OpenRule => ({
  kind: "selectionCount",
  minimum,
  maximum,
  isInverted: false,
});
const never: OpenRule = { kind: "constant", holds: false };

test.each<[string, OpenRule[], boolean]>([
  ["no rules", [], true],
  ["one of two does not hold", [value("state", "3"), never], false],
  ["a choice by its number", [value("state", "3")], true],
  ["yes as true", [value("isOpen", "true")], true],
  ["nothing as null", [value("nothing", "null")], true],
  ["a column that the form does not have counts as the rule says", [value("elsewhere", "3", true)], true],
  ["and does not hold where it says nothing", [value("elsewhere", "3")], false],
  ["two rows are one at least", [count(1, null)], true],
  ["two rows are not one at most", [count(0, 1)], false],
  ["another state of the form", [{ kind: "formState", state: "Create", isInverted: false }], false],
  ["not another state of the form", [{ kind: "formState", state: "Create", isInverted: true }], true],
  ["one of several", [{ kind: "any", of: [[never], [value("state", "3")]] }], true],
  ["none of several", [{ kind: "any", of: [[never], [value("state", "3"), never]] }], false],
])("%s", async (_what, rules, holds) => {
  expect(await holdsRules(rules, scope)).toBe(holds);
});
