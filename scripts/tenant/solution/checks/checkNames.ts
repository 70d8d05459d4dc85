import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import { childElement, childElements, elementAt } from "../elements";
import { type Check, customizationsFile as file } from "./Check";

const hasText = (list: Element | undefined): boolean =>
  childElements(list).some((label) => (label.getAttribute("description") ?? "").trim() !== "");

/** Languages, and names in them. */
export const checkNames: Check = ({ package: { manifest, customizations, solution }, contents }) => {
  const finding = (component: string, where: string, message: string): ImportLogEntry =>
    failed(component, where, "what users see has a name", message);
  const names = elementAt(solution, "SolutionManifest", "LocalizedNames");
  const languages = childElements(childElement(customizations, "Languages"), "Language");
  const tables = childElements(childElement(customizations, "Entities"), "Entity").flatMap((entity) => {
    const definition = elementAt(entity, "EntityInfo", "entity");
    const name = childElement(entity, "Name")?.textContent?.trim() ?? "";
    // The properties of somebody else's table travel without names that nobody changed.
    if (!name.toLowerCase().startsWith(`${manifest.publisher.prefix.toLowerCase()}_`)) return [];
    if (!definition || !contents.tables.some((table) => table.schemaName === name && table.definition)) return [];
    return ["LocalizedNames", "LocalizedCollectionNames"]
      .filter((list) => !hasText(childElement(definition, list)))
      .map((list) => finding(`Table ${name}`, file, `It has no text in ${list}.`));
  });
  return [
    ...(hasText(names)
      ? []
      : [finding(`Solution ${manifest.uniqueName}`, "solution.xml", "It has no text in LocalizedNames.")]),
    ...(languages.some((language) => /^\d{4,5}$/.test(language.textContent?.trim() ?? ""))
      ? []
      : [
          failed(
            "Solution languages",
            file,
            "a solution says its languages",
            "Languages holds no language code, such as 1033.",
          ),
        ]),
    ...tables,
  ];
};
