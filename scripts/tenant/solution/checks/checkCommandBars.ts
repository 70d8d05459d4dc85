import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import { attributeOf, childElement, childElements, childText, descendants, elementAt } from "../elements";
import { displayRuleKinds, enableRuleKinds, ribbonAttributes, ribbonShapes } from "../commandBar/ribbonShapes";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";
import { commandScriptProblems } from "./commandScriptProblems";
import { shapeProblems } from "./checkElements";

interface TableRibbon {
  /** Logical name. */
  table: string;
  ribbon: Element;
  subject: CheckedImport;
}

/** Everything below an element, itself first. */
const below = (root: Element): Element[] => [root, ...childElements(root).flatMap(below)];

const isPlatforms = (id: string): boolean => id.startsWith("Mscrm.");
const ids = (elements: readonly Element[]): string[] => elements.flatMap((each) => attributeOf(each, "Id") ?? []);

function schemaProblems({ ribbon }: TableRibbon): string[] {
  return below(ribbon).flatMap((element) => {
    const shape = ribbonShapes[element.nodeName];
    const shown = `<${element.nodeName}> ${attributeOf(element, "Id") ?? ""}`.trim();
    const wrong = Object.entries(ribbonAttributes[element.nodeName] ?? {}).flatMap(([name, values]) => {
      const value = attributeOf(element, name);
      if (value === undefined) return [`it lacks the attribute ${name}`];
      return values === null || values.includes(value) ? [] : [`its ${name} is ${value}, which there is not`];
    });
    return [...(shape ? shapeProblems(element, shape) : []), ...wrong, ...kindProblems(element)].map(
      (problem) => `${shown}: ${problem}`,
    );
  });
}

/** Rules of kinds that there are, in groups that take them; references to rules hold none. */
function kindProblems(element: Element): string[] {
  const isEnable = element.nodeName === "EnableRule";
  if (!isEnable && element.nodeName !== "DisplayRule") return [];
  const rules = childElements(element);
  if (element.parentNode?.parentNode?.nodeName !== "RuleDefinitions")
    return rules.length > 0 ? ["a command names its rules and does not hold them"] : [];
  const kinds = isEnable ? enableRuleKinds : displayRuleKinds;
  const unknown = rules.filter(({ nodeName }) => !kinds.has(nodeName) && !(!isEnable && nodeName.startsWith("HideIf")));
  return [
    ...(rules.length === 0 ? ["it holds no rule"] : []),
    ...unknown.map(({ nodeName }) => `<${nodeName}> is no rule that it may hold`),
  ];
}

function idProblems({ ribbon, subject }: TableRibbon): string[] {
  const { prefix } = subject.package.manifest.publisher;
  const named = ["CustomActions", "CommandDefinitions", "RuleDefinitions", "LocLabels"].map((group) =>
    ids(group === "CommandDefinitions" ? childElements(childElement(ribbon, group)) : definitionsIn(ribbon, group)),
  );
  return named.flatMap((group) => {
    const twice = [...new Set(group.filter((id, at) => group.indexOf(id) !== at))];
    const foreign = group.filter((id) => !isPlatforms(id) && !id.toLowerCase().startsWith(prefix.toLowerCase()));
    return [
      ...twice.map((id) => `two parts have the id ${id}`),
      ...foreign.map((id) => `the id ${id} begins with another prefix than ${prefix}`),
    ];
  });
}

function definitionsIn(ribbon: Element, group: string): Element[] {
  const parent = childElement(ribbon, group);
  if (group !== "RuleDefinitions") return below(parent ?? ribbon).filter((each) => each !== ribbon);
  return ["DisplayRules", "EnableRules"].flatMap((each) => childElements(childElement(parent, each)));
}

function referenceProblems({ ribbon, table, subject }: TableRibbon): string[] {
  const { schema, package: solution } = subject;
  const { prefix } = solution.manifest.publisher;
  const commands = new Set(ids(childElements(childElement(ribbon, "CommandDefinitions"))));
  const missing = (what: string, wanted: readonly string[], there: ReadonlySet<string>): string[] =>
    [...new Set(wanted)]
      .filter((id) => !there.has(id) && !isPlatforms(id))
      .map((id) => `it names the ${what} ${id}, which it does not define`);
  const used = descendants(childElement(ribbon, "CustomActions"), "*");
  const rules = (["DisplayRule", "EnableRule"] as const).flatMap((rule) => {
    const references = descendants(childElement(ribbon, "CommandDefinitions"), rule);
    return missing(
      "rule",
      ids(references),
      new Set(ids(childElements(elementAt(ribbon, "RuleDefinitions", `${rule}s`)))),
    );
  });
  const columns = descendants(ribbon, "ValueRule").map((rule) => (attributeOf(rule, "Field") ?? "").toLowerCase());
  const tables = descendants(ribbon, "EntityPrivilegeRule").flatMap((rule) => attributeOf(rule, "EntityName") ?? []);
  return [
    ...missing(
      "command",
      used.flatMap((each) => attributeOf(each, "Command") ?? []),
      commands,
    ),
    ...rules,
    ...missing("label", labelsUsed(ribbon), new Set(ids(childElements(childElement(ribbon, "LocLabels"))))),
    ...columns
      // Rules over columns of others are not looked at by the server either: Microsoft ships some over columns that there are not.
      .filter((column) => column.startsWith(`${prefix.toLowerCase()}_`) && !schema.hasColumn(table, column))
      .map((column) => `a rule asks for the column ${column}, which ${table} does not have`),
    ...tables
      .filter((name) => !schema.hasTable(name.toLowerCase()))
      .map((name) => `a rule asks for a privilege on the table ${name}, which does not exist`),
    ...locationProblems(ribbon, table),
  ];
}

const labelReference = "$LocLabels:";

const labelsUsed = (ribbon: Element): string[] =>
  below(ribbon).flatMap((element) =>
    [...element.attributes]
      .map(({ value }) => value)
      .filter((value) => value.startsWith(labelReference))
      .map((value) => value.slice(labelReference.length)),
  );

/** Buttons of one's own stand in the command bars of the table itself. */
function locationProblems(ribbon: Element, table: string): string[] {
  return childElements(childElement(ribbon, "CustomActions"), "CustomAction").flatMap((action) => {
    const location = attributeOf(action, "Location") ?? "";
    const [, owner] = /^Mscrm\.(?:Form|HomepageGrid|SubGrid)\.(\w+)\./.exec(location) ?? [];
    return owner === table || isOfAllTables(location)
      ? []
      : [
          `${attributeOf(action, "Id") ?? ""} stands at ${location || "no place"}, which is not in the command bars of ${table}`,
        ];
  });
}

const isOfAllTables = (location: string): boolean => location.startsWith("Mscrm.GlobalTab.");

const rule = {
  schema: "command bars stand as the schema has them",
  ids: "ids of a command bar are its publisher's, once each",
  references: "command bars name what exists",
  scripts: "commands call functions that their library has",
};

/** Command bars of tables: sound RibbonDiffXml over commands, rules, labels, scripts and pictures that exist. */
export const checkCommandBars: Check = (subject): ImportLogEntry[] =>
  childElements(childElement(subject.package.customizations, "Entities"), "Entity").flatMap((entity) => {
    const ribbon = childElement(entity, "RibbonDiffXml");
    if (!ribbon) return [];
    const table = (childText(entity, "Name") ?? "").toLowerCase();
    const judged: TableRibbon = { table, ribbon, subject };
    const told = (name: string, problems: readonly string[]): ImportLogEntry[] =>
      [...new Set(problems)].map((problem) =>
        failed(`Command bar of ${table}`, file, name, `The command bar is broken: ${problem}.`),
      );
    return [
      ...told(rule.schema, schemaProblems(judged)),
      ...told(rule.ids, idProblems(judged)),
      ...told(rule.references, referenceProblems(judged)),
      ...told(rule.scripts, commandScriptProblems(ribbon, subject)),
    ];
  });
