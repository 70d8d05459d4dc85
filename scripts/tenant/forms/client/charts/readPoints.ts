import { userLocale } from "../app/language";
import { formattedValue } from "../webApi/annotations";
import type { WebApiRow } from "../webApi/WebApiClient";
import { partAlias, type ChartModel, type DateGrouping } from "./parseChart";

/** A group of rows in a chart. */
export interface ChartPoint {
  label: string;
  value: number;
  /** The value in the server's words, such as an amount with its currency. */
  words: string;
}

/** How the platform calls the group of rows without a value. */
const blank = "(blank)";

const numberAt = (row: WebApiRow, alias: string): number | null => {
  const value = row[alias];
  return typeof value === "number" ? value : null;
};

const wordsAt = (row: WebApiRow, alias: string): string | null => {
  const value = row[alias + formattedValue] ?? row[alias];
  return typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : null;
};

interface DateGroup {
  label: string;
  /** Larger for later groups. */
  order: number;
}

const monthAndYear: Intl.DateTimeFormatOptions = { month: "short", year: "numeric", timeZone: "UTC" };
const dayMonthYear: Intl.DateTimeFormatOptions = { ...monthAndYear, day: "numeric" };

/** A date of which nothing is known but the parts that its group shares. */
function toDateGroup(row: WebApiRow, chart: ChartModel, grouping: DateGrouping): DateGroup {
  const part = numberAt(row, chart.category);
  const year = grouping === "year" ? part : numberAt(row, partAlias(chart, "year"));
  if (part === null || year === null) return { label: blank, order: -1 };
  const month = (grouping === "month" ? part : numberAt(row, partAlias(chart, "month"))) ?? 1;
  const day = grouping === "day" ? part : 1;
  const moment = new Date(Date.UTC(year, month - 1, day));
  const order = grouping === "week" || grouping === "quarter" ? year * 100 + part : moment.getTime();
  switch (grouping) {
    case "day":
      return { label: moment.toLocaleDateString(userLocale(), dayMonthYear), order };
    case "month":
      return { label: moment.toLocaleDateString(userLocale(), monthAndYear), order };
    case "week":
      return { label: `W${part} ${year}`, order };
    case "quarter":
      return { label: `Q${part} ${year}`, order };
    case "year":
      return { label: String(year), order };
  }
}

/** Points of a chart out of the answer to its query: dates as they follow each other, everything else as the query has it. */
export function readPoints(chart: ChartModel, rows: readonly WebApiRow[]): ChartPoint[] {
  const points = rows.map((row) => {
    const value = numberAt(row, chart.measure) ?? 0;
    const words = wordsAt(row, chart.measure) ?? String(value);
    const group =
      chart.dateGrouping === null
        ? { label: wordsAt(row, chart.category) ?? blank, order: 0 }
        : toDateGroup(row, chart, chart.dateGrouping);
    return { ...group, value, words };
  });
  return points
    .sort((one, other) => one.order - other.order)
    .map(({ label, value, words }) => ({ label, value, words }));
}
