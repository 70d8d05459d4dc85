import { elementsAt } from "../xml/readXml";

const english = "1033";

/** English label of a tab, section or cell; the first one where there is no English; empty where there is none. */
export function labelOf(element: Element): string {
  const labels = elementsAt(element, "labels/label");
  const label = labels.find((each) => each.getAttribute("languagecode") === english) ?? labels[0];
  return label?.getAttribute("description") ?? "";
}
