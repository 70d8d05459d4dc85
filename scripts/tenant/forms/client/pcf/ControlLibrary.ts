import { english } from "../../../dataverse/languages";
import { userLanguage } from "../app/language";
import type { ControlManifest } from "../manifest/ControlManifest";
import { parseManifest } from "../manifest/parseManifest";
import { parseResx } from "../manifest/parseResx";
import { loadScript } from "../session/loadScript";

type Parameters = Record<string, unknown>;
export type ControlInstance =
  ComponentFramework.StandardControl<Parameters, Parameters> | ComponentFramework.ReactControl<Parameters, Parameters>;
type ControlConstructor = new () => ControlInstance;

/** A code component whose files are on the page. */
export interface LoadedControl {
  name: string;
  manifest: ControlManifest;
  strings: ReadonlyMap<string, string>;
  create: () => ControlInstance;
}

async function readFile(name: string, path: string): Promise<string> {
  const response = await fetch(`/controls/${name}/${path}`);
  if (!response.ok) throw new Error(`The code component "${name}" has no file "${path}" in this tenant.`);
  return response.text();
}

function addStyleSheet(address: string): void {
  if (document.querySelector(`link[href="${CSS.escape(address)}"]`)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
}

/** Names are compared without case, versions by their first number. */
const offeredLibraries = new Set(["react 16", "fluent 8"]);

function refuseOtherLibraries(control: string, { platformLibraries }: ControlManifest): void {
  for (const { name, version } of platformLibraries)
    if (!offeredLibraries.has(`${name.toLowerCase()} ${version.split(".")[0] ?? ""}`))
      throw new Error(
        `"${control}" needs the platform library ${name} ${version}, which is not supported by the local tenant.`,
      );
}

/** Loads code components by name, each once a page; bundles register themselves here. */
export class ControlLibrary {
  private readonly constructors = new Map<string, ControlConstructor>();
  private readonly loaded = new Map<string, Promise<LoadedControl>>();

  readonly registerControl = (name: string, constructor: ControlConstructor): void => {
    this.constructors.set(name, constructor);
  };

  /** `name` carries the publisher's prefix, such as `acme_Acme.Gauge`. */
  load(name: string): Promise<LoadedControl> {
    const known = this.loaded.get(name) ?? this.read(name);
    this.loaded.set(name, known);
    return known;
  }

  private async read(name: string): Promise<LoadedControl> {
    const manifest = parseManifest(await readFile(name, "ControlManifest.xml"));
    refuseOtherLibraries(name, manifest);
    const of = (language: number) => manifest.strings.find((path) => path.includes(`.${language}.`));
    const resx = of(userLanguage().id) ?? of(english.id) ?? manifest.strings[0];
    const strings = resx === undefined ? new Map<string, string>() : parseResx(await readFile(name, resx));
    for (const path of manifest.styleSheets) addStyleSheet(`/controls/${name}/${path}`);
    await loadScript(`/controls/${name}/${manifest.code}`);
    const fullName = `${manifest.namespace}.${manifest.constructorName}`;
    const Control = this.constructors.get(fullName);
    if (!Control) throw new Error(`The bundle of "${name}" does not register ${fullName}.`);
    return { name, manifest, strings, create: () => new Control() };
  }
}
