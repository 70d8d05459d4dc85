/**
 * Fields as a form sends them, as JSON would: empty ones left out, a date without a time at midnight UTC. Notes may be
 * emptied, so they stay.
 */
export function tidyFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => value !== "" || name === "notes")
      .map(([name, value]) => [
        name,
        typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value,
      ]),
  );
}
