import type { TableMetadata } from "../../../dataverse/metadata";
import { moreRecords, totalRecordCount } from "../webApi/annotations";
import type { WebApiClient, WebApiRow } from "../webApi/WebApiClient";
import { composeFetch, type FetchAdditions } from "./composeFetch";

export interface ViewRows {
  rows: WebApiRow[];
  hasMore: boolean;
  /** Rows of all pages together. */
  totalCount: number;
}

/** One page of a view. */
export async function runView(
  api: WebApiClient,
  { entitySetName }: TableMetadata,
  fetchXml: string,
  additions: FetchAdditions,
): Promise<ViewRows> {
  const query = encodeURIComponent(composeFetch(fetchXml, additions));
  const answer = await api.read(`${entitySetName}?fetchXml=${query}`);
  const rows = answer["value"] as WebApiRow[];
  const count = answer[totalRecordCount];
  return {
    rows,
    hasMore: answer[moreRecords] === true,
    totalCount: typeof count === "number" && count >= 0 ? count : rows.length,
  };
}
