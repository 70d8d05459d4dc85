import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { choices, columns } from "../../Solution/engine/domain/schema";
import { readResx } from "./readResx";

const root = join(__dirname, "../../PcfControls");
const controls = ["AuditTrail", "LeadPanel", "SolutionPicker", "SyncPanel"];

const readManifest = (control: string) =>
  new DOMParser().parseFromString(readFileSync(join(root, control, "ControlManifest.Input.xml"), "utf8"), "text/xml");

const elements = (control: string, name: string) => Array.from(readManifest(control).getElementsByTagName(name));

const readSources = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      if (entry.isDirectory()) return entry.name === "generated" ? "" : readSources(join(folder, entry.name));
      return /\.tsx?$/.test(entry.name) ? readFileSync(join(folder, entry.name), "utf8") : "";
    })
    .join("\n");

/** Keys that a control asks for: literals as they are, templates as a pattern for what they may become. */
const usedKeys = (control: string): RegExp[] => {
  const sources = readSources(join(root, control)) + readSources(join(root, "shared"));
  const inCalls = [...sources.matchAll(/\bwords\(([^;]*?)[,)]/g)].flatMap(([, call]) => [
    ...(call ?? "").matchAll(/["`]([^"`]+)["`]/g),
  ]);
  const inData = [
    ...sources.matchAll(/["`]((?:Action|Help|Preview|Checklist|OpenReferral|Copied|CopyFailed)[\w${}]*)["`]/g),
  ];
  return [...inCalls, ...inData].map(([, key]) => new RegExp(`^${(key ?? "").replace(/\$\{[^}]+\}/g, "[\\w.]+")}$`));
};

const manifestKeys = (control: string): string[] =>
  ["control", "property", "data-set", "event"].flatMap((name) =>
    elements(control, name).flatMap((element) =>
      ["display-name-key", "description-key"].map((key) => element.getAttribute(key) ?? "").filter((key) => key !== ""),
    ),
  );

describe.each(controls)("%s", (control) => {
  it("has a text for every key of its manifest", () => {
    expect(manifestKeys(control).filter((key) => !readResx(control).get(key))).toEqual([]);
    expect(manifestKeys(control).length).toBeGreaterThan(1);
  });

  it("has a text for every key its own components ask for", () => {
    const keys = [...readResx(control).keys()];
    const ofControl = [...readSources(join(root, control)).matchAll(/\bwords\("(\w+)"/g)].map(([, key]) => key);
    expect(ofControl.filter((key) => key !== undefined && !keys.includes(key))).toEqual([]);
    expect(ofControl.length).toBeGreaterThan(3);
  });

  it("has no text that nothing asks for", () => {
    const patterns = usedKeys(control);
    const known = manifestKeys(control);
    const unused = [...readResx(control).keys()].filter(
      (key) => !known.includes(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it("declares each style sheet and text file that lies in its folder, and no other", () => {
    const declared = ["css", "resx"]
      .flatMap((name) => elements(control, name))
      .map((e) => e.getAttribute("path") ?? "");
    const present = ["css", "strings"].flatMap((folder) =>
      existsSync(join(root, control, folder))
        ? readdirSync(join(root, control, folder)).map((file) => `${folder}/${file}`)
        : [],
    );
    expect(declared.filter((path) => !path.startsWith("../")).sort()).toEqual(present.sort());
  });

  it("is a virtual control on the libraries of model-driven apps, named as its folder", () => {
    const [element] = elements(control, "control");
    expect(element?.getAttribute("namespace")).toBe("CoSell");
    expect(element?.getAttribute("constructor")).toBe(control);
    expect(element?.getAttribute("control-type")).toBe("virtual");
    const libraries = elements(control, "platform-library").map(
      (e) => `${e.getAttribute("name")} ${e.getAttribute("version")}`,
    );
    expect(libraries).toEqual(["React 16.14.0", "Fluent 8.121.1"]);
  });
});

it.each(["SyncPanel", "LeadPanel"])("gives %s words for every status, with help", (control) => {
  const keys = [...readResx(control).keys()];
  const needed = Object.keys(choices.syncStatus).flatMap((status) => [`Status_${status}`, `Help_${status}`]);
  expect(needed.filter((key) => !keys.includes(key))).toEqual([]);
});

it("binds SyncPanel to the columns it needs, and raises the events the form script listens to", () => {
  const ofOpportunity = new Set<string>(Object.keys(columns.opportunity));
  const properties = elements("SyncPanel", "property").map((e) => e.getAttribute("name") ?? "");
  const fromBaseTable = ["opportunityName", "dealValue", "closeDate", "customer", "contact"];
  expect(properties.filter((name) => !ofOpportunity.has(name))).toEqual(fromBaseTable);
  expect(elements("SyncPanel", "event").map((e) => e.getAttribute("name"))).toEqual([
    "onGoToField",
    "onSyncNow",
    "onAnswer",
    "onResolveConflict",
  ]);
});
