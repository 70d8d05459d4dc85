export type Unit = "minutes" | "hours" | "days" | "weeks" | "months" | "years";

/** The moment moved by a number of units, in UTC; a day that the month lacks becomes its last. */
export function shift(moment: Date, count: number, unit: Unit): Date {
  const result = new Date(moment);
  switch (unit) {
    case "minutes":
      result.setUTCMinutes(result.getUTCMinutes() + count);
      return result;
    case "hours":
      result.setUTCHours(result.getUTCHours() + count);
      return result;
    case "days":
      result.setUTCDate(result.getUTCDate() + count);
      return result;
    case "weeks":
      result.setUTCDate(result.getUTCDate() + 7 * count);
      return result;
    case "months":
      return shiftMonths(moment, count);
    case "years":
      return shiftMonths(moment, 12 * count);
  }
}

function shiftMonths(moment: Date, count: number): Date {
  const result = new Date(moment);
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + count);
  const lastDay = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(moment.getUTCDate(), lastDay));
  return result;
}

export type Period = "days" | "weeks" | "months" | "years";

/** First moment of the day, week (from Sunday), month or year, in UTC. */
export function startOf(moment: Date, period: Period): Date {
  const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()];
  switch (period) {
    case "days":
      return new Date(Date.UTC(year, month, day));
    case "weeks":
      return new Date(Date.UTC(year, month, day - moment.getUTCDay()));
    case "months":
      return new Date(Date.UTC(year, month, 1));
    case "years":
      return new Date(Date.UTC(year, 0, 1));
  }
}
