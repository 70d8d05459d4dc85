const units = ["Hours", "Days", "Weeks", "Months", "Years"] as const;

const perUnit = (prefix: string, operator: string, names: readonly string[]): [string, string][] =>
  names.map((unit) => [`${prefix}X${unit}`, `${operator}-x-${unit.toLowerCase()}`]);

const periods = ["Week", "Month", "Year"].flatMap((period): [string, string][] => [
  [`This${period}`, `this-${period.toLowerCase()}`],
  [`Last${period}`, `last-${period.toLowerCase()}`],
  [`Next${period}`, `next-${period.toLowerCase()}`],
]);

/** Query functions of the Web API and the condition operators they stand for. */
export const queryFunctions: ReadonlyMap<string, string> = new Map([
  ["EqualUserId", "eq-userid"],
  ["NotEqualUserId", "ne-userid"],
  ["EqualBusinessId", "eq-businessid"],
  ["NotEqualBusinessId", "ne-businessid"],
  ["In", "in"],
  ["NotIn", "not-in"],
  ["Between", "between"],
  ["NotBetween", "not-between"],
  ["ContainValues", "contain-values"],
  ["DoesNotContainValues", "not-contain-values"],
  ["On", "on"],
  ["NotOn", "not-on"],
  ["OnOrAfter", "on-or-after"],
  ["OnOrBefore", "on-or-before"],
  ["Today", "today"],
  ["Yesterday", "yesterday"],
  ["Tomorrow", "tomorrow"],
  ["Last7Days", "last-seven-days"],
  ["Next7Days", "next-seven-days"],
  ...periods,
  ...perUnit("Last", "last", units),
  ...perUnit("Next", "next", units),
  ...perUnit("OlderThan", "olderthan", ["Minutes", ...units]),
]);
