import { readdirSync } from "node:fs";
import { join } from "node:path";
import { elementOf, readXml, textOf } from "../pack/xml";
import type { SettingSource } from "./SolutionSource";

const folder = "environmentvariabledefinitions";

/** Environment variables of Solution/src by schema name. */
export function readSettings(source: string): SettingSource[] {
  return readdirSync(join(source, folder))
    .sort()
    .map((schemaName) => {
      const definition = readXml(join(source, folder, schemaName, "environmentvariabledefinition.xml"));
      const defaultValue = textOf(definition, "defaultvalue");
      return {
        schemaName: definition.getAttribute("schemaname") ?? "",
        displayName: elementOf(definition, "displayname")?.getAttribute("default") ?? "",
        ...(defaultValue === undefined ? {} : { defaultValue }),
      };
    });
}
