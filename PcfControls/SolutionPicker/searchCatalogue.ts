import { columns, tables } from "../../Solution/engine/domain/schema";
import { toId } from "../shared/deal/toId";
import type { DataverseRecord, RecordSource } from "../shared/deal/RecordSource";
import type { Solution } from "./Solution";

const own = columns.solutionDetail;
const { logicalName, primaryId, primaryName } = tables.solutionDetail;
const formatted = "@OData.Community.Display.V1.FormattedValue";

/** As many as fit below the box without scrolling for long; who wants another types one more word. */
const maxFound = 25;

const quote = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/** Each word may stand anywhere in the name, the identifier or the publisher. */
const toFilter = (text: string): string => {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const perWord = words.map((word) => {
    const anywhere = [primaryName, own.solutionId, own.publisher].map((name) => `contains(${name},${quote(word)})`);
    return `(${anywhere.join(" or ")})`;
  });
  return ["statecode eq 0", `${own.isActive} eq true`, ...perWord].join(" and ");
};

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

const toSolution = (row: DataverseRecord): Solution => {
  const kind = row[own.solutionKind];
  return {
    name: toText(row[primaryName]),
    solutionId: toText(row[own.solutionId]),
    kind: typeof kind === "number" ? kind : null,
    kindLabel: toText(row[own.solutionKind + formatted]),
    detailId: toId(toText(row[primaryId])),
  };
};

/** Active solutions of the catalogue that have every word of the text; the first ones by name for no text. Rejects as `records` does. */
export const searchCatalogue = async (records: RecordSource, text: string): Promise<Solution[]> => {
  const select = [primaryName, own.solutionId, own.solutionKind].join(",");
  const query = `?$select=${select}&$filter=${encodeURIComponent(toFilter(text))}&$orderby=${primaryName}&$top=${maxFound}`;
  const { entities } = await records.retrieveMultipleRecords(logicalName, query);
  return entities.map(toSolution).filter(({ solutionId }) => solutionId !== "");
};
