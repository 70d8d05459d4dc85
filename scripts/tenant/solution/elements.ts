import type { Element } from "@xmldom/xmldom";

/** Child elements in document order, all or those called `name`. */
export function childElements(parent: Element | undefined, name?: string): Element[] {
  if (!parent) return [];
  const elements: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE && (name === undefined || node.nodeName === name))
      elements.push(node as Element);
  }
  return elements;
}

export function childElement(parent: Element | undefined, name: string): Element | undefined {
  return childElements(parent, name)[0];
}

/** The element at the end of a path of child names. */
export function elementAt(parent: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((element, name) => childElement(element, name), parent);
}

/** Trimmed text of a child; undefined when there is no such child or it is empty. */
export function childText(parent: Element | undefined, name: string): string | undefined {
  const text = childElement(parent, name)?.textContent?.trim();
  return text === undefined || text === "" ? undefined : text;
}

export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element?.getAttribute(name) ?? undefined;
}

/** Every element below `root` called `name`, in document order. */
export function descendants(root: Element | undefined, name: string): Element[] {
  return root ? [...root.getElementsByTagName(name)] : [];
}

/** Yes/no children are written 0 and 1. */
export function childFlag(parent: Element | undefined, name: string): boolean | undefined {
  const text = childText(parent, name)?.toLowerCase();
  return text === undefined ? undefined : text === "1" || text === "true";
}

export function childNumber(parent: Element | undefined, name: string): number | undefined {
  const text = childText(parent, name);
  const number = Number(text);
  return text === undefined || Number.isNaN(number) ? undefined : number;
}

/** The English label of `<LocalizedNames><LocalizedName description languagecode/></LocalizedNames>` and its like; else the first. */
export function labelIn(parent: Element | undefined, listName: string): string | undefined {
  const labels = childElements(childElement(parent, listName));
  const english = labels.find((label) => label.getAttribute("languagecode") === "1033") ?? labels[0];
  const text = attributeOf(english, "description")?.trim();
  return text === "" ? undefined : text;
}

/** The other labels of the same list, by the number of their language; undefined where there are none. */
export function labelsIn(parent: Element | undefined, listName: string): Record<number, string> | undefined {
  const labels = childElements(childElement(parent, listName)).flatMap((label) => {
    const [language, text] = [Number(attributeOf(label, "languagecode")), attributeOf(label, "description") ?? ""];
    return language === 1033 || text === "" ? [] : [[language, text] as const];
  });
  return labels.length === 0 ? undefined : Object.fromEntries(labels);
}

/** How a form, view or chart calls itself: in English, in the other languages where it has them, and described where it is. */
export function titleIn(component: Element): { name: string; names?: Record<number, string>; description?: string } {
  const names = labelsIn(component, "LocalizedNames");
  const description = labelIn(component, "Descriptions");
  return {
    name: labelIn(component, "LocalizedNames") ?? "",
    ...(names && { names }),
    ...(description !== undefined && { description }),
  };
}

/** GUIDs are compared in lower case without braces. */
export function guidOf(text: string | undefined): string | undefined {
  const guid = text
    ?.trim()
    .replace(/^\{|\}$/g, "")
    .toLowerCase();
  return guid && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid) ? guid : undefined;
}
