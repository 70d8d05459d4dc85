import { strFromU8, strToU8 } from "fflate";

export type Files = Readonly<Record<string, Uint8Array>>;

/** One change to a sound package, and the rule that refuses it. */
export interface PlantedFault {
  what: string;
  rule: string;
  plant: (files: Files) => Files;
}

export const customizations = "customizations.xml";
export const manifest = "solution.xml";

/** Replaces the first match in a file; a pattern that finds nothing is the test's own mistake. */
export function edit(files: Files, name: string, from: string | RegExp, to: string): Files {
  const before = strFromU8(files[name] ?? new Uint8Array());
  const after = before.replace(from, to);
  if (after === before) throw new Error(`The edit of ${name} changes nothing: ${String(from)}`);
  return { ...files, [name]: strToU8(after) };
}

export const named = (files: Files, pattern: RegExp): string => {
  const name = Object.keys(files).find((each) => pattern.test(each));
  if (name === undefined) throw new Error(`The package has no entry ${String(pattern)}.`);
  return name;
};

export const without = (files: Files, pattern: RegExp): Files => {
  const left = Object.entries(files).filter(([name]) => !pattern.test(name));
  if (left.length === Object.keys(files).length) throw new Error(`The package has no entry ${String(pattern)}.`);
  return Object.fromEntries(left);
};

export const flow = /^Workflows\/PartnerCentertoDynamics365-/;
export const dll = /\.dll$/;
export const replay = "customapis/cosell_Replay/customapi.xml";
export const variable = (name: string) =>
  `environmentvariabledefinitions/cosell_${name}/environmentvariabledefinition.xml`;

/** A change to customizations.xml. */
export const change = (rule: string, what: string, from: string | RegExp, to: string): PlantedFault => ({
  rule,
  what,
  plant: (files) => edit(files, customizations, from, to),
});
export const changeOf =
  (entry: RegExp | string) =>
  (rule: string, what: string, from: string | RegExp, to: string): PlantedFault => ({
    rule,
    what,
    plant: (files) => edit(files, typeof entry === "string" ? entry : named(files, entry), from, to),
  });
export const inManifest = changeOf(manifest);
export const inFlow = changeOf(flow);
export const inReplay = changeOf(replay);
export const leaveOut = (rule: string, what: string, entry: RegExp): PlantedFault => ({
  rule,
  what,
  plant: (files) => without(files, entry),
});

export const roots = "root components and components name each other";
export const elements = "elements stand as the schema has them";
export const step = "steps run types that exist on what exists";
export const assembly = "a plug-in assembly is what the solution says";
export const flows = "cloud flows use what exists";
export const bindings = "controls get what their manifest asks for";
export const form = "sound FormXml";
export const formUses = "forms use what exists";
export const api = "custom APIs as the table has them";
export const parameter = "custom API parameters as the table has them";
export const settings = "environment variables as the table has them";
export const views = "views show columns that exist";
export const column = "columns as the server can make them";
export const files = "named files exist";
