/** A whole number from 0 up, as number or text since forms send text; empty text is 0, anything else null. */
export function readCount(value: unknown): number | null {
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  return /^\d{0,9}$/.test(text) ? Number(text) : null;
}
