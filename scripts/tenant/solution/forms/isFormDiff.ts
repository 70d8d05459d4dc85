import type { Element } from "@xmldom/xmldom";
import { attributeOf } from "../elements";

/** True for a `<form>` that only tells changes to somebody else's form. */
export function isFormDiff(form: Element): boolean {
  return (
    attributeOf(form, "solutionaction") !== undefined ||
    [...form.getElementsByTagName("*")].some((element) => element.hasAttribute("solutionaction"))
  );
}
