import type { Handler } from "../page/HandlerList";

/** The global function of a dotted name such as `Acme.AccountForm.onLoad`. */
export function resolveFunction(name: string): Handler {
  const found = name.split(".").reduce<unknown>((parent, part) => {
    const isObject = (typeof parent === "object" && parent !== null) || typeof parent === "function";
    return isObject ? (parent as Record<string, unknown>)[part] : undefined;
  }, window);
  if (typeof found !== "function") throw new Error(`No library of this form defines the function ${name}.`);
  return found as Handler;
}
