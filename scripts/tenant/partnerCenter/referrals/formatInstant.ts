/** UTC with seven fractional digits, as the service writes instants. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "0000Z");
}
