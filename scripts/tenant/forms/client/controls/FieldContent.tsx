import * as React from "react";
import type { PageColumn } from "../page/PageColumn";
import type { PageControl } from "../page/PageControl";
import { ComponentHost } from "../pcf/ComponentHost";
import type { FormSession } from "../session/FormSession";
import { fieldByKind } from "./fieldByKind";
import type { FieldProps } from "./FieldProps";
import { isReadOnly } from "./isReadOnly";
import { SubgridControl } from "./SubgridControl";

interface FieldContentProps {
  session: FormSession;
  control: PageControl;
  inputId: string;
}

const commitTo =
  (session: FormSession, column: PageColumn): FieldProps["onCommit"] =>
  (value) => {
    column.set(value);
    session.run(column.onChange, {}, session.formContext.getAttribute(column.name));
  };

/** The control itself: a code component, a subgrid, or the plain control of a column. */
export const FieldContent: React.FC<FieldContentProps> = ({ session, control, inputId }) => {
  const { custom, kind, classId, column: name } = control.model;
  if (kind !== "subgrid" && custom) return <ComponentHost session={session} control={control} name={custom.name} />;
  if (kind === "subgrid") return <SubgridControl session={session} control={control} />;
  const Plain = fieldByKind[kind];
  if (!Plain) return <p role="alert">Controls of class {classId} are not supported by the local tenant.</p>;
  const column = session.page.columns.get(name ?? "");
  if (!column) return <p role="alert">The table has no column &quot;{name}&quot;.</p>;
  return (
    <Plain
      session={session}
      control={control}
      column={column}
      inputId={inputId}
      isDisabled={isReadOnly(session, control)}
      onCommit={commitTo(session, column)}
    />
  );
};
