import { Spinner } from "@fluentui/react";
import * as React from "react";
import type { PageControl } from "../page/PageControl";
import type { FormSession } from "../session/FormSession";
import { readSubgridSource, type SubgridSource } from "./readSubgridSource";
import { SubgridComponent } from "./SubgridComponent";
import { SubgridRows } from "./SubgridRows";

/** Rows of another table that belong to the record on the form. */
export const SubgridControl: React.FC<{ session: FormSession; control: PageControl }> = ({ session, control }) => {
  const [source, setSource] = React.useState<SubgridSource | Error | null>(null);
  const { grid } = control;
  React.useEffect(() => {
    if (!grid) setSource(new Error("The form names no table for this subgrid."));
    else readSubgridSource(session, grid.model).then(setSource, setSource);
  }, [session, grid]);
  if (source === null || !grid) return <Spinner label="Loading…" />;
  if (source instanceof Error) return <p role="alert">{source.message}</p>;
  const { id } = session.page;
  if (id === null)
    return <p className="subgrid-empty">To add {source.description.table.collectionName}, save this record first.</p>;
  const Rows = control.model.custom ? SubgridComponent : SubgridRows;
  return <Rows session={session} control={control} grid={grid} source={source} recordId={id} />;
};
