import { invalidArguments } from "./BridgeRefusal";

/** Arguments of a bridge operation, checked as they are read. */
export class BridgeArguments {
  private readonly members: Readonly<Record<string, unknown>>;

  constructor(json: string) {
    this.members = parseObject(json);
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) throw invalidArguments(`the text "${name}" is missing`);
    return value;
  }

  optionalText(name: string): string | undefined {
    const value = this.members[name] ?? undefined;
    if (value === undefined || typeof value === "string") return value;
    throw invalidArguments(`"${name}" has the wrong type`);
  }

  texts(name: string): string[] {
    const value = this.members[name];
    if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
    throw invalidArguments(`the list of texts "${name}" is missing`);
  }

  positiveWholeNumber(name: string): number | undefined {
    const value = this.members[name] ?? undefined;
    if (value === undefined || (Number.isInteger(value) && (value as number) > 0)) return value as number | undefined;
    throw invalidArguments(`"${name}" is not a positive whole number`);
  }

  /** False where it is missing. */
  flag(name: string): boolean {
    const value = this.members[name] ?? false;
    if (typeof value === "boolean") return value;
    throw invalidArguments(`"${name}" has the wrong type`);
  }

  object(name: string): Record<string, unknown> {
    const value = this.members[name];
    if (isObject(value)) return value;
    throw invalidArguments(`the object "${name}" is missing`);
  }

  has(name: string): boolean {
    return (this.members[name] ?? null) !== null;
  }

  is(name: string, value: string): boolean {
    return this.members[name] === value;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parseObject(json: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(json);
    if (isObject(parsed)) return parsed;
  } catch {
    // Falls through: whatever is wrong with the text, the answer is the same.
  }
  throw invalidArguments("not an object");
}
