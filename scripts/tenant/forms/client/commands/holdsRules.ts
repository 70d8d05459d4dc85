import type { OpenRule } from "../../protocol";
import { callScript } from "./callScript";
import type { CommandScope } from "./CommandScope";

/** Whether all rules hold for what is open or selected. */
export async function holdsRules(rules: readonly OpenRule[], scope: CommandScope): Promise<boolean> {
  const results = await Promise.all(rules.map((rule) => holdsRule(rule, scope)));
  return results.every(Boolean);
}

async function holdsRule(rule: OpenRule, scope: CommandScope): Promise<boolean> {
  if (rule.kind === "constant") return rule.holds;
  if (rule.kind === "any") return (await Promise.all(rule.of.map((rules) => holdsRules(rules, scope)))).some(Boolean);
  return (await isTrue(rule, scope)) !== rule.isInverted;
}

async function isTrue(rule: Exclude<OpenRule, { kind: "constant" | "any" }>, scope: CommandScope): Promise<boolean> {
  switch (rule.kind) {
    case "formState":
      return scope.formState === rule.state;
    case "selectionCount": {
      const { length } = scope.selectedIds;
      return length >= rule.minimum && (rule.maximum === null || length <= rule.maximum);
    }
    case "value": {
      const value = scope.valueOf(rule.column);
      return value === undefined ? rule.ifUnknown : toText(value) === rule.value;
    }
    case "script": {
      const result = await callScript(rule.call, scope);
      return typeof result === "boolean" ? result : rule.ifUnknown;
    }
  }
}

/** As rules write values: a choice by its number, yes as true, nothing as null. */
const toText = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
