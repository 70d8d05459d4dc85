import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElements } from "../elements";
import { counterpart, isContainer, nameOfNode } from "./formNodes";
import { insertByOrdinal } from "./insertByOrdinal";

const actionOf = (element: Element): string | undefined => attributeOf(element, "solutionaction");

function cloneInto(parent: Element, node: Element): Element {
  const copy = parent.ownerDocument?.importNode(node, true) as Element;
  copy.removeAttribute("solutionaction");
  for (const inner of [...copy.getElementsByTagName("*")]) inner.removeAttribute("solutionaction");
  return copy;
}

const changesBelow = (node: Element): boolean =>
  [...node.getElementsByTagName("*")].some((inner) => ["Added", "Modified"].includes(actionOf(inner) ?? ""));

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of [...from.attributes]) {
    if (name !== "solutionaction") to.setAttribute(name, value);
  }
}

/** Applies one diff to one base form. A fresh instance for each merge collects what does not fit. */
class FormMerge {
  readonly problems: string[] = [];

  /** Makes `base` what `diff` says of it and of everything below. `owned` is true where the diff owns the node's content. */
  mergeChildren(base: Element, diff: Element, owned: boolean): void {
    if (diff.nodeName === "rows") this.#mergeRows(base, diff, owned);
    else for (const node of childElements(diff)) this.#mergeNode(base, node, owned);
  }

  #mergeNode(base: Element, node: Element, owned: boolean): void {
    const existing = counterpart(base, node);
    switch (actionOf(node)) {
      case "Removed":
        if (existing) base.removeChild(existing);
        return;
      case "Added":
        if (existing) this.#modify(existing, node);
        else insertByOrdinal(base, cloneInto(base, node));
        return;
      case "Modified":
        if (existing) this.#modify(existing, node);
        else this.#missing(base, node);
        return;
      default:
        this.#follow(base, node, existing, owned);
    }
  }

  /**
   * A node without action is the path to changes below, or plain content of a node that the diff owns. A path through what the
   * base lacks leads nowhere: a diff that brings a container along marks the container itself as added.
   */
  #follow(base: Element, node: Element, existing: Element | undefined, owned: boolean): void {
    if (existing) {
      if (owned) copyAttributes(node, existing);
      if (owned && childElements(node).length === 0) existing.textContent = node.textContent;
      else this.mergeChildren(existing, node, owned);
    } else if (owned) {
      insertByOrdinal(base, cloneInto(base, node));
    } else if (!isContainer(node) || changesBelow(node)) {
      this.#missing(base, node);
    }
  }

  #modify(existing: Element, node: Element): void {
    copyAttributes(node, existing);
    if (childElements(node).length === 0 && node.textContent?.trim()) existing.textContent = node.textContent;
    else this.mergeChildren(existing, node, true);
  }

  /** Rows have no name of their own: what is in the base is found by its cell, what is new gets a new row. */
  #mergeRows(base: Element, diff: Element, owned: boolean): void {
    const rowOf = (cell: Element): Element | undefined =>
      childElements(base, "row").find((row) => counterpart(row, cell));
    for (const row of childElements(diff, "row")) {
      const cells = childElements(row, "cell");
      const isNew = (cell: Element): boolean => !rowOf(cell) && (owned || actionOf(cell) === "Added");
      for (const cell of cells.filter((each) => !isNew(each))) {
        const baseRow = rowOf(cell);
        if (baseRow) this.#mergeNode(baseRow, cell, owned);
        else if (actionOf(cell) !== "Removed") this.#missing(base, cell);
      }
      const added = cells.filter(isNew);
      if (added.length === 0 && !(owned && cells.length === 0)) continue;
      const newRow = base.ownerDocument?.importNode(row, false) as Element;
      for (const cell of added) newRow.appendChild(cloneInto(base, cell));
      base.appendChild(newRow);
    }
  }

  #missing(base: Element, node: Element): void {
    this.problems.push(`the form has no ${nameOfNode(node)} in its ${nameOfNode(base)}`);
  }
}

/**
 * Changes `base` (a `<form>`) in place by a managed diff. What is marked added and is there already is joined with it, child by
 * child, so that neither solution loses anything. Answers what the diff speaks of and the base does not have;
 * with any such problem the result is not to be used.
 */
export function mergeFormDiff(base: Element, diff: Element): string[] {
  const merge = new FormMerge();
  if (actionOf(diff) === "Modified") copyAttributes(diff, base);
  merge.mergeChildren(base, diff, false);
  return merge.problems;
}
