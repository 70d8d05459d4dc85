import { userLanguage } from "../app/language";
import { elementsAt } from "../xml/readXml";

const english = 1033;

/** Label of a tab, section or cell in the user's language; in English, or else the first one, where it has none; empty without any. */
export function labelOf(element: Element): string {
  const labels = elementsAt(element, "labels/label");
  const of = (language: number) => labels.find((each) => each.getAttribute("languagecode") === String(language));
  const label = of(userLanguage().id) ?? of(english) ?? labels[0];
  return label?.getAttribute("description") ?? "";
}
