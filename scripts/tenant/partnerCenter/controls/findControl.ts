import type { Control, ControlTable } from "./Control";

/** The control at an address, with the id in it; null when there is none. */
export function findControl(
  controls: ControlTable,
  method: string,
  path: string,
): { control: Control; id: string } | null {
  const route = `${method} ${path}`;
  const exact = Object.hasOwn(controls, route) ? controls[route] : undefined;
  if (exact !== undefined) return { control: exact, id: "" };
  for (const [pattern, control] of Object.entries(controls)) {
    const [before, after] = pattern.split("{id}");
    if (before === undefined || after === undefined || !route.startsWith(before) || !route.endsWith(after)) continue;
    const id = route.slice(before.length, route.length - after.length);
    if (id !== "" && !id.includes("/")) return { control, id };
  }
  return null;
}
