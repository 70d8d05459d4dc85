import { readdirSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../pack/sourceFiles";
import { readXml, textOf } from "../pack/xml";
import { readChoices } from "./readChoices";
import { readSettings } from "./readSettings";
import { readTables } from "./readTables";
import type { SolutionSource } from "./SolutionSource";

/** Reads an unpacked solution; `source` is the path of Solution/src. */
export function readSolutionSource(source: string): SolutionSource {
  return {
    tables: readTables(source),
    choices: readChoices(source),
    settings: readSettings(source),
    customApis: readdirSync(join(source, "customapis")).sort(),
    webResources: readWebResources(join(source, "WebResources")),
    roles: readdirSync(join(source, "Roles"))
      .map((file) => readXml(join(source, "Roles", file)).getAttribute("name") ?? "")
      .sort(),
  };
}

function readWebResources(folder: string): string[] {
  return filesBelow(folder)
    .filter((file) => file.endsWith(".data.xml"))
    .map((file) => textOf(readXml(join(folder, file)), "Name") ?? "")
    .sort();
}
