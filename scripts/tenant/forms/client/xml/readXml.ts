/** Root element of a piece of XML; `what` names it in the error when it is not well-formed. */
export function parseXml(text: string, what: string): Element {
  const parsed = new DOMParser().parseFromString(text.replace(/^\uFEFF/, ""), "text/xml");
  const problem = parsed.querySelector("parsererror");
  if (problem) throw new Error(`${what} is not well-formed XML: ${problem.textContent.trim()}`);
  return parsed.documentElement;
}

/** Child elements, of the given name where one is given. */
export const childrenOf = (element: Element, name?: string): Element[] =>
  Array.from(element.children).filter((child) => name === undefined || child.nodeName === name);

export const childOf = (element: Element, name: string): Element | undefined => childrenOf(element, name)[0];

/** Elements at the end of a path such as `columns/column`. */
export const elementsAt = (element: Element, path: string): Element[] =>
  path.split("/").reduce((found, name) => found.flatMap((each) => childrenOf(each, name)), [element]);

/** Text of the first child of that name; empty where there is none. */
export const textOf = (element: Element, name: string): string => childOf(element, name)?.textContent.trim() ?? "";

/** `true`, `1` and their opposites as FormXml and manifests write them. */
export function isTrue(element: Element, attribute: string, whenAbsent: boolean): boolean {
  const text = element.getAttribute(attribute)?.toLowerCase();
  return text === undefined ? whenAbsent : text === "true" || text === "1";
}

/** Lower case, without braces. */
export const toGuid = (text: string): string => text.replace(/[{}]/g, "").toLowerCase();
