import { readdirSync } from "node:fs";
import { join } from "node:path";
import { descendantsOf, readXml } from "../pack/xml";
import type { ChoiceSource } from "./SolutionSource";

/** Global choices of Solution/src by name, options in the order of their file. */
export function readChoices(source: string): ChoiceSource[] {
  return readdirSync(join(source, "OptionSets"))
    .sort()
    .map((file) => {
      const choice = readXml(join(source, "OptionSets", file));
      return {
        name: choice.getAttribute("Name") ?? "",
        displayName: choice.getAttribute("localizedName") ?? "",
        options: descendantsOf(choice, "option").map((option) => ({
          value: Number(option.getAttribute("value")),
          label: descendantsOf(option, "label")[0]?.getAttribute("description") ?? "",
        })),
      };
    });
}
