import type { Element } from "@xmldom/xmldom";
import { fetchRefusals } from "./fetchRefusals";
import { parseXml } from "./parseXml";

/** An XML element of a query that insists on knowing everything in it. */
export class FetchElement {
  constructor(private readonly element: Element) {}

  static parse(xml: string): FetchElement {
    return new FetchElement(parseXml(xml, fetchRefusals.malformed));
  }

  get name(): string {
    return this.element.tagName;
  }

  get text(): string {
    return this.element.textContent ?? "";
  }

  /** Children by name, after checking that no other are there. */
  children(known: readonly string[]): FetchElement[] {
    const children = Array.from(this.element.childNodes)
      .filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)
      .map((node) => new FetchElement(node));
    const unknown = children.find((child) => !known.includes(child.name));
    if (unknown) throw fetchRefusals.elementUnknown(unknown.name, this.name);
    return children;
  }

  /** Checks that the element has no attribute but these. */
  allow(known: readonly string[]): this {
    for (const { name } of Array.from(this.element.attributes)) {
      if (!known.includes(name)) throw fetchRefusals.attributeUnknown(name, this.name);
    }
    return this;
  }

  optional(attribute: string): string | undefined {
    return this.element.hasAttribute(attribute) ? (this.element.getAttribute(attribute) ?? "") : undefined;
  }

  required(attribute: string): string {
    const value = this.optional(attribute);
    if (value === undefined || value === "") throw fetchRefusals.attributeMissing(attribute, this.name);
    return value;
  }

  flag(attribute: string): boolean {
    const value = this.optional(attribute) ?? "false";
    if (value === "true" || value === "1") return true;
    if (value === "false" || value === "0") return false;
    throw fetchRefusals.flagInvalid(attribute, value);
  }

  positiveNumber(attribute: string): number | undefined {
    const value = this.optional(attribute);
    if (value === undefined) return undefined;
    if (!/^[1-9]\d*$/.test(value)) throw fetchRefusals.numberInvalid(attribute, value);
    return Number(value);
  }
}
