import * as React from "react";
import type { TableMetadata } from "../../../dataverse/metadata";
import type { LookupTarget } from "../../protocol";
import type { Services } from "../app/Services";
import { toWords } from "../app/toWords";
import type { LookupValue } from "../page/ColumnValue";
import type { PageControl } from "../page/PageControl";
import type { FormSession } from "../session/FormSession";
import { parseLayout } from "../views/parseLayout";
import { runView } from "../views/runView";
import { textAt } from "../webApi/textAt";
import { toWebApiColumn } from "../views/toWebApiColumn";

export interface LookupSuggestion extends LookupValue {
  /** What tells rows of one name apart: the view's second column. */
  detail: string;
  tableLabel: string;
}

const pageSize = 10;
const settleMs = 150;
const lookupView = 64;

/** Rows of one table whose name begins with the text, through the table's lookup view. */
export async function searchTable(
  { api, directory }: Pick<Services, "api" | "directory">,
  table: TableMetadata,
  text: string,
  filters: readonly string[] = [],
): Promise<LookupSuggestion[]> {
  const { logicalName, primaryId, primaryName, displayName } = table;
  const views = await directory.views(logicalName);
  const view =
    views.find(({ queryType }) => queryType === lookupView) ?? views.find(({ queryType }) => queryType === 0);
  if (!view) throw new Error(`The table ${displayName} has no view to search in.`);
  const search = { columns: [primaryName], text };
  const { rows } = await runView(api, table, view.fetchXml, { pageSize, page: 1, search, filters });
  const second = parseLayout(view.layoutXml).find(({ name }) => name !== primaryName);
  return rows.map((row) => ({
    id: String(row[primaryId]),
    name: textAt(row, primaryName),
    entityType: logicalName,
    detail: second ? textAt(row, toWebApiColumn(table, second.name)) : "",
    tableLabel: displayName,
  }));
}

async function searchTarget(
  { services }: FormSession,
  target: LookupTarget,
  text: string,
  filters: readonly string[],
): Promise<LookupSuggestion[]> {
  const { table } = await services.directory.table(target.table);
  return searchTable(services, table, text, filters);
}

async function search(
  session: FormSession,
  control: PageControl,
  targets: readonly LookupTarget[],
  text: string,
): Promise<LookupSuggestion[]> {
  control.lookupFilters = [];
  session.run(control.onPreSearch, {}, session.formContext.getControl(control.id));
  const found = await Promise.all(targets.map((target) => searchTarget(session, target, text, control.lookupFilters)));
  return found.flat();
}

export interface LookupSearch {
  /** Null while the search runs. */
  suggestions: readonly LookupSuggestion[] | null;
  problem: string | null;
}

/** Searches as the person types; null text means that nobody is searching. */
export function useLookupSearch(
  session: FormSession,
  control: PageControl,
  targets: readonly LookupTarget[],
  text: string | null,
): LookupSearch {
  const [state, setState] = React.useState<LookupSearch>({ suggestions: null, problem: null });
  React.useEffect(() => {
    if (text === null) return undefined;
    let isOutdated = false;
    const tell = (next: LookupSearch): void => {
      if (!isOutdated) setState(next);
    };
    tell({ suggestions: null, problem: null });
    const timer = setTimeout(() => {
      search(session, control, targets, text).then(
        (suggestions) => tell({ suggestions, problem: null }),
        (error: unknown) => tell({ suggestions: [], problem: toWords(error) }),
      );
    }, settleMs);
    return () => {
      isOutdated = true;
      clearTimeout(timer);
    };
  }, [session, control, targets, text]);
  return state;
}
