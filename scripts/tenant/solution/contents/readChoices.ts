import type { Element } from "@xmldom/xmldom";
import type { ChoiceOption } from "../../dataverse/metadata";
import { attributeOf, childElement, childElements, childText, labelIn, labelsIn } from "../elements";
import type { ChoiceContent } from "./SolutionContents";

const groups = [
  ["options", "option"],
  ["states", "state"],
  ["statuses", "status"],
] as const;

/** The options of an `<optionset>`: of a choice, of a yes/no, of a state or of a status reason. */
export function readOptions(optionSet: Element): ChoiceOption[] {
  return groups.flatMap(([list, item]) =>
    childElements(childElement(optionSet, list), item).map((option) => {
      const state = attributeOf(option, "state");
      const value = Number(attributeOf(option, "value"));
      const labels = labelsIn(option, "labels");
      return {
        value,
        label: labelIn(option, "labels") ?? String(value),
        ...(labels && { labels }),
        ...(state !== undefined && { state: Number(state) }),
      };
    }),
  );
}

/** The global choices of `<optionsets>`. */
export function readChoices(customizations: Element): ChoiceContent[] {
  return childElements(childElement(customizations, "optionsets"), "optionset")
    .filter((optionSet) => attributeOf(optionSet, "unmodified") !== "1")
    .map((optionSet) => {
      const name = (attributeOf(optionSet, "Name") ?? childText(optionSet, "Name") ?? "").toLowerCase();
      const displayNames = labelsIn(optionSet, "displaynames");
      return {
        name,
        ...(displayNames && { displayNames }),
        displayName: labelIn(optionSet, "displaynames") ?? attributeOf(optionSet, "localizedName") ?? name,
        options: readOptions(optionSet),
      };
    });
}
