import type { ChartDescription } from "../../protocol";
import { childOf, childrenOf, parseXml } from "../xml/readXml";

export type DateGrouping = "day" | "week" | "month" | "quarter" | "year";

/** A chart with one category and one measure. */
export interface ChartModel {
  /** Bars lie, columns stand; other kinds of the platform are drawn as one of the two. */
  shape: "bars" | "columns";
  /** `<fetch>` of the chart: aggregates over all rows of its table. */
  fetch: Element;
  /** Alias of what the rows are grouped by. */
  category: string;
  dateGrouping: DateGrouping | null;
  /** Alias of the number. */
  measure: string;
}

const dateGroupings: readonly DateGrouping[] = ["day", "week", "month", "quarter", "year"];
const standing = ["column", "line", "area", "stackedcolumn", "stackedarea"];

const notDrawn = (what: string): Error => new Error(`The local tenant draws no charts with ${what}.`);

function shapeOf(presentationXml: string): ChartModel["shape"] {
  if (presentationXml === "") throw notDrawn("a web resource in place of a drawing");
  const series = parseXml(presentationXml, "The chart's drawing").querySelector("Series > Series");
  return standing.includes(series?.getAttribute("ChartType")?.toLowerCase() ?? "") ? "columns" : "bars";
}

/**
 * Reads a chart. Throws where it is none, or one that the tenant does not draw.
 * Source: "Understand charts: Underlying data and chart representation" in Microsoft's documentation of model-driven apps.
 */
export function parseChart({ dataXml, presentationXml }: ChartDescription): ChartModel {
  const data = parseXml(dataXml, "The chart's data");
  const fetches = data.querySelectorAll("fetch");
  const [fetch] = fetches;
  const measures = Array.from(data.querySelectorAll("measure"));
  const groups = Array.from(data.querySelectorAll("attribute")).filter((each) => each.hasAttribute("groupby"));
  const [measure, group] = [measures[0]?.getAttribute("alias"), groups[0]];
  if (!fetch || !measure || !group) throw new Error("The chart's data names no query, no category or no measure.");
  if (fetches.length > 1 || measures.length > 1) throw notDrawn("several series");
  if (groups.length > 1) throw notDrawn("several categories");
  const grouping = group.getAttribute("dategrouping");
  const known = dateGroupings.find((each) => each === grouping) ?? null;
  if (grouping !== null && known === null) throw notDrawn(`dates grouped by ${grouping}`);
  return {
    shape: shapeOf(presentationXml),
    fetch,
    category: group.getAttribute("alias") ?? "",
    dateGrouping: known,
    measure,
  };
}

/** Larger parts of a date that tell its groups apart: November is one in every year. */
const largerParts: Readonly<Record<DateGrouping, readonly DateGrouping[]>> = {
  day: ["month", "year"],
  week: ["year"],
  month: ["year"],
  quarter: ["year"],
  year: [],
};

/** Alias of a larger part of the date that a chart groups by. */
export const partAlias = ({ category }: ChartModel, part: DateGrouping): string => `${category}_${part}`;

function addDateParts(chart: ChartModel, fetch: Element): void {
  if (chart.dateGrouping === null) return;
  const own = Array.from(fetch.querySelectorAll("attribute")).find(
    (each) => each.getAttribute("alias") === chart.category,
  );
  for (const part of largerParts[chart.dateGrouping]) {
    const added = own?.cloneNode() as Element;
    added.setAttribute("dategrouping", part);
    added.setAttribute("alias", partAlias(chart, part));
    own?.before(added);
  }
}

/** A link of a view narrows the rows of a chart; its columns and its order are for the list. */
function narrowing(link: Element): Element {
  const copy = link.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll("attribute, all-attributes, order")) each.remove();
  return copy;
}

/** The chart's query over the rows that a view shows. */
export function composeChartFetch(chart: ChartModel, viewFetchXml: string): string {
  const fetch = chart.fetch.cloneNode(true) as Element;
  const entity = childOf(fetch, "entity");
  const viewed = childOf(parseXml(viewFetchXml, "The view's query"), "entity");
  if (!entity || !viewed) throw new Error("The query of the chart or of its view names no table.");
  addDateParts(chart, fetch);
  const added = [...childrenOf(viewed, "link-entity").map(narrowing), ...childrenOf(viewed, "filter")];
  for (const each of added) entity.append(entity.ownerDocument.importNode(each, true));
  return new XMLSerializer().serializeToString(fetch);
}
