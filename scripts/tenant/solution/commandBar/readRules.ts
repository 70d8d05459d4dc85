import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElements } from "../elements";
import type { CommandRule, FormState } from "./CommandBar";
import { readScriptCall } from "./readScriptCall";

/** Takes the reason why something cannot be evaluated here. */
export type Refuse = (reason: string) => void;

export interface RuleContext {
  /** Logical name of the table that the command bar belongs to. */
  table: string;
  refuse: Refuse;
}

/** The rules inside an `<EnableRule>`, a `<DisplayRule>` or an `<Or>`; all have to hold. */
export const readRules = (group: Element, context: RuleContext): CommandRule[] =>
  childElements(group).flatMap((rule) => {
    const read = readers[rule.nodeName];
    if (read) return [read(rule, context)];
    context.refuse(`rules of the kind ${rule.nodeName} are not supported by the local tenant`);
    return [];
  });

const depths: Readonly<Record<string, number>> = { None: 0, Basic: 1, Local: 2, Deep: 4, Global: 8 };

const flag = (rule: Element, name: string): boolean => attributeOf(rule, name) === "true";
const isInverted = (rule: Element): boolean => flag(rule, "InvertResult");
const text = (rule: Element, name: string): string => attributeOf(rule, name) ?? "";

const readers: Readonly<Record<string, (rule: Element, context: RuleContext) => CommandRule>> = {
  ValueRule: (rule) => ({
    kind: "value",
    column: text(rule, "Field").toLowerCase(),
    value: text(rule, "Value"),
    ifUnknown: flag(rule, "Default"),
    isInverted: isInverted(rule),
  }),
  FormStateRule: (rule) => ({
    kind: "formState",
    state: text(rule, "State") as FormState,
    isInverted: isInverted(rule),
  }),
  SelectionCountRule: (rule) => ({
    kind: "selectionCount",
    minimum: Number(attributeOf(rule, "Minimum") ?? 0),
    maximum: rule.hasAttribute("Maximum") ? Number(attributeOf(rule, "Maximum")) : null,
    isInverted: isInverted(rule),
  }),
  EntityPrivilegeRule: (rule, { table }) => ({
    kind: "privilege",
    right: text(rule, "PrivilegeType"),
    depth: depths[text(rule, "PrivilegeDepth")] ?? 0,
    table: (attributeOf(rule, "EntityName") ?? table).toLowerCase(),
    isInverted: isInverted(rule),
  }),
  CustomRule: (rule, { refuse }) => ({
    kind: "script",
    call: readScriptCall(rule, refuse),
    ifUnknown: flag(rule, "Default"),
    isInverted: isInverted(rule),
  }),
  OrRule: (rule, context) => ({ kind: "any", of: childElements(rule, "Or").map((each) => readRules(each, context)) }),
};
