import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, descendants, elementAt } from "../elements";
import type { CommandBar, CommandBarButton, CommandPlace, CommandRule, ScriptCall } from "./CommandBar";
import { readRules, type Refuse } from "./readRules";
import { readScriptCall, webResourceIn } from "./readScriptCall";

/** Reads what a `<RibbonDiffXml>` adds to the command bars of a table, with labels in that language. What cannot be evaluated here is not shown, and says why. */
export function readCommandBar(ribbon: Element, table: string, languageId = 1033): CommandBar {
  const bar: CommandBar = { buttons: [], notShown: [] };
  const reading = { ribbon, table, labels: labelsOf(ribbon, languageId) };
  for (const action of childElements(childElement(ribbon, "CustomActions"))) {
    const id = attributeOf(action, "Id") ?? attributeOf(action, "HideActionId") ?? "";
    const reasons = new Set<string>();
    const refuse = (reason: string): void => void reasons.add(reason);
    const place = placeOf(action, table, refuse);
    const control = controlOf(action, refuse);
    const button = control && readButton(control, { ...reading, refuse });
    if (reasons.size > 0 || !button || !place) bar.notShown.push({ id, reason: [...reasons].join("; ") });
    else bar.buttons.push({ ...button, place, sequence: sequenceOf(action) ?? button.sequence });
  }
  bar.buttons.sort((one, other) => one.sequence - other.sequence);
  return bar;
}

interface Reading {
  ribbon: Element;
  table: string;
  /** Texts by the id of their label. */
  labels: ReadonlyMap<string, string>;
  refuse: Refuse;
}

const places: Readonly<Record<string, CommandPlace>> = {
  Form: "form",
  HomepageGrid: "list",
  SubGrid: "subgrid",
};

const sequenceOf = (element: Element): number | undefined =>
  element.hasAttribute("Sequence") ? Number(attributeOf(element, "Sequence")) : undefined;

function placeOf(action: Element, table: string, refuse: Refuse): CommandPlace | undefined {
  if (action.nodeName !== "CustomAction") {
    refuse("it hides a command of the platform, and the local tenant draws only some of those");
    return undefined;
  }
  const location = attributeOf(action, "Location") ?? "";
  const [, kind = "", owner] = /^Mscrm\.(\w+)\.(\w+)\.MainTab\.\w+\.Controls\._children$/.exec(location) ?? [];
  const place = owner === table ? places[kind] : undefined;
  if (place === undefined) refuse(`the local tenant shows no commands at ${location}`);
  return place;
}

const shownControls = ["Button", "FlyoutAnchor"];

function controlOf(action: Element, refuse: Refuse): Element | undefined {
  const [control] = childElements(childElement(action, "CommandUIDefinition"));
  if (control && !shownControls.includes(control.nodeName))
    refuse(`controls of the kind ${control.nodeName} are not supported by the local tenant`);
  return control;
}

function labelsOf(ribbon: Element, languageId: number): Map<string, string> {
  const labels = childElements(childElement(ribbon, "LocLabels"), "LocLabel");
  return new Map(
    labels.map((label) => {
      const titles = childElements(childElement(label, "Titles"), "Title");
      const of = (language: number) => titles.find((each) => attributeOf(each, "languagecode") === String(language));
      const title = of(languageId) ?? of(1033) ?? titles[0];
      return [attributeOf(label, "Id") ?? "", attributeOf(title, "description") ?? ""];
    }),
  );
}

function readButton(control: Element, reading: Reading): CommandBarButton {
  const textOf = (name: string): string => {
    const text = attributeOf(control, name) ?? "";
    return text.startsWith("$LocLabels:") ? (reading.labels.get(text.slice("$LocLabels:".length)) ?? "") : text;
  };
  const menu = descendants(childElement(control, "Menu"), "Button").map((each) => readButton(each, reading));
  return {
    id: attributeOf(control, "Id") ?? "",
    label: textOf("LabelText"),
    description: textOf("ToolTipDescription"),
    icon: webResourceIn(attributeOf(control, "ModernImage")) ?? null,
    sequence: sequenceOf(control) ?? 0,
    ...readCommand(attributeOf(control, "Command") ?? "", reading),
    menu: menu.sort((one, other) => one.sequence - other.sequence),
  };
}

function readCommand(id: string, reading: Reading): { rules: CommandRule[]; action: ScriptCall | null } {
  const { ribbon, refuse } = reading;
  const command = byId(childElement(ribbon, "CommandDefinitions"), id);
  if (!command) {
    refuse(`its command ${id} is one of the platform's`);
    return { rules: [], action: null };
  }
  const [first, ...more] = childElements(childElement(command, "Actions"));
  if (more.length > 0 || (first && first.nodeName !== "JavaScriptFunction"))
    refuse(`the command ${id} does something else than to call one function of a script`);
  return {
    rules: [...rulesOf(command, "EnableRules", reading), ...rulesOf(command, "DisplayRules", reading)],
    action: first ? readScriptCall(first, refuse) : null,
  };
}

function rulesOf(command: Element, group: "EnableRules" | "DisplayRules", reading: Reading): CommandRule[] {
  const definitions = elementAt(reading.ribbon, "RuleDefinitions", group);
  return childElements(childElement(command, group)).flatMap((reference) => {
    const id = attributeOf(reference, "Id") ?? "";
    const definition = byId(definitions, id);
    if (definition) return readRules(definition, reading);
    reading.refuse(`the rule ${id} is one of the platform's`);
    return [];
  });
}

const byId = (parent: Element | undefined, id: string): Element | undefined =>
  childElements(parent).find((element) => attributeOf(element, "Id") === id);
