import { Spinner } from "@fluentui/react";
import * as React from "react";
import type { ChartDescription, TableDescription, ViewDescription } from "../../protocol";
import type { Services } from "../app/Services";
import { Problem } from "../shell/Problem";
import { TableViews } from "./TableViews";

interface ListSource {
  description: TableDescription;
  views: ViewDescription[];
  charts: ChartDescription[];
}

const publicView = 0;

async function readSource({ directory }: Services, table: string): Promise<ListSource> {
  const [description, views, charts] = await Promise.all([
    directory.table(table),
    directory.views(table),
    directory.charts(table),
  ]);
  return { description, views: views.filter(({ queryType }) => queryType === publicView), charts };
}

/** The page of a table's rows. */
export const ListPage: React.FC<{ services: Services; table: string; viewId: string | null }> = ({
  services,
  table,
  viewId,
}) => {
  const [source, setSource] = React.useState<ListSource | Error | null>(null);
  React.useEffect(() => {
    readSource(services, table).then(setSource, setSource);
  }, [services, table]);
  if (source === null) return <Spinner className="page-wait" label="Loading…" />;
  if (source instanceof Error) return <Problem title="The list cannot be shown" text={source.message} />;
  return <TableViews services={services} {...source} viewId={viewId} />;
};
