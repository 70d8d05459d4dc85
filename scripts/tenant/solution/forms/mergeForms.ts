import { XMLSerializer, type Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements } from "../elements";
import { parseXml } from "../parseXml";
import { identityOf } from "./formNodes";

/** Three states of one form: as solutions had it, as it is here, and as solutions have it now. */
export interface FormVersions {
  before: string;
  present: string;
  next: string;
}

export interface FormMergeOptions {
  /** Whether something that solutions take away stays while it holds what somebody here has put into it. */
  keepsFilled: boolean;
}

const serializer = new XMLSerializer();

/** What solutions say now, with the changes that somebody here has made to what they said before. */
export function mergeForms({ before, present, next }: FormVersions, options: FormMergeOptions): string {
  if (present === before) return next;
  const [was, is, becomes] = [before, present, next].map(rootOf);
  if (!was || !is || !becomes) return present;
  if (serializer.serializeToString(was) === serializer.serializeToString(is)) return next;
  mergeNode(was, is, becomes, options);
  return serializer.serializeToString(is);
}

function rootOf(formXml: string): Element | undefined {
  const parsed = parseXml("formxml", formXml);
  return parsed.ok ? parsed.root : undefined;
}

/** Rows have no name of their own: a row is the one that begins with its first cell. */
function keyOf(node: Element, index: number): string {
  if (node.nodeName === "row") {
    const cell = childElement(node, "cell");
    return cell ? `row|${identityOf(cell)}` : `row|empty ${index}`;
  }
  return node.nodeName === "column" ? `column|${index}` : identityOf(node);
}

const byKey = (parent: Element | undefined): Map<string, Element> => {
  const counts = new Map<string, number>();
  return new Map(
    childElements(parent).map((node) => {
      const index = counts.get(node.nodeName) ?? 0;
      counts.set(node.nodeName, index + 1);
      return [keyOf(node, index), node];
    }),
  );
};

/** Makes `present` what solutions say next, where it is as they said before. */
function mergeNode(before: Element, present: Element, next: Element, options: FormMergeOptions): void {
  mergeAttributes(before, present, next);
  const [was, is, becomes] = [byKey(before), byKey(present), byKey(next)];
  if (is.size + becomes.size + was.size === 0) {
    if (present.textContent === before.textContent) present.textContent = next.textContent;
    return;
  }
  for (const [key, node] of is) {
    const old = was.get(key);
    const now = becomes.get(key);
    if (old && now) mergeNode(old, node, now, options);
    else if (old && !(options.keepsFilled && hasAdditions(old, node))) present.removeChild(node);
  }
  addNew({ was, is, becomes }, present);
}

function mergeAttributes(before: Element, present: Element, next: Element): void {
  const names = new Set([before, present, next].flatMap((node) => [...node.attributes].map(({ name }) => name)));
  for (const name of names) {
    if (attributeOf(present, name) !== attributeOf(before, name)) continue;
    const value = attributeOf(next, name);
    if (value === undefined) present.removeAttribute(name);
    else present.setAttribute(name, value);
  }
}

/** What solutions bring now stands behind what it stands behind there. */
function addNew(
  { was, is, becomes }: Record<"was" | "is" | "becomes", ReadonlyMap<string, Element>>,
  present: Element,
): void {
  let last: Element | undefined;
  for (const [key, node] of becomes) {
    const here = is.get(key);
    if (here?.parentNode === present) last = here;
    if (here || was.has(key)) continue;
    const copy = present.ownerDocument?.importNode(node, true) as Element;
    present.insertBefore(copy, last ? last.nextSibling : null);
    last = copy;
  }
}

/** Whether a node holds anything, at any depth, that solutions did not put into it. */
function hasAdditions(before: Element, present: Element): boolean {
  const was = byKey(before);
  return [...byKey(present)].some(([key, node]) => {
    const old = was.get(key);
    return !old || hasAdditions(old, node);
  });
}
