/** A description of JSON that types, checks and normalises: the referral resource is one such table. */
export type Shape =
  | { kind: "text" }
  | { kind: "flag" }
  | { kind: "number" }
  | { kind: "instant" }
  | { kind: "oneOf"; values: readonly string[] }
  | { kind: "list"; of: Shape; maxItems?: number }
  | { kind: "record"; properties: Readonly<Record<string, Shape>> };

/** The TypeScript type of a shape. Every property may be absent. */
export type ShapeValue<S> = S extends { kind: "text" | "instant" }
  ? string
  : S extends { kind: "flag" }
    ? boolean
    : S extends { kind: "number" }
      ? number
      : S extends { kind: "oneOf"; values: readonly (infer Value)[] }
        ? Value
        : S extends { kind: "list"; of: infer Item }
          ? ShapeValue<Item>[]
          : S extends { kind: "record"; properties: infer Properties }
            ? { [Name in keyof Properties]?: ShapeValue<Properties[Name]> }
            : never;

export const text = { kind: "text" } as const;
export const flag = { kind: "flag" } as const;
export const number = { kind: "number" } as const;
export const instant = { kind: "instant" } as const;

export function oneOf<const Values extends readonly string[]>(...values: Values): { kind: "oneOf"; values: Values } {
  return { kind: "oneOf", values };
}

export function list<const Item extends Shape>(of: Item): { kind: "list"; of: Item };
export function list<const Item extends Shape>(
  of: Item,
  maxItems: number,
): { kind: "list"; of: Item; maxItems: number };
export function list(of: Shape, maxItems?: number): Shape {
  return maxItems === undefined ? { kind: "list", of } : { kind: "list", of, maxItems };
}

export function record<const Properties extends Readonly<Record<string, Shape>>>(
  properties: Properties,
): { kind: "record"; properties: Properties } {
  return { kind: "record", properties };
}
