import { onlySupported } from "./onlySupported";

type Selector<Item> = string | number | ((item: Item, index: number) => boolean);

/** A Client API collection over items that may come and go. */
export function collection<Item>(path: string, items: () => Item[], nameOf: (item: Item) => string) {
  return onlySupported(path, {
    get(selector?: Selector<Item>): Item[] | Item | null {
      if (selector === undefined) return items();
      if (typeof selector === "function") return items().filter(selector);
      if (typeof selector === "number") return items()[selector] ?? null;
      return items().find((item) => nameOf(item) === selector) ?? null;
    },
    forEach(visit: (item: Item, index: number) => void): void {
      items().forEach((item, index) => visit(item, index));
    },
    getLength: () => items().length,
  });
}
