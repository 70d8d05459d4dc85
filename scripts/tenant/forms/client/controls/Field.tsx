import { Label } from "@fluentui/react";
import * as React from "react";
import type { CellModel, ControlModel } from "../formXml/FormModel";
import type { PageColumn } from "../page/PageColumn";
import type { PageControl } from "../page/PageControl";
import { ComponentHost } from "../pcf/ComponentHost";
import type { FormSession } from "../session/FormSession";
import type { FieldProps } from "./FieldProps";
import { fieldByKind } from "./fieldByKind";

interface FieldOfProps {
  session: FormSession;
  cell: CellModel;
  model: ControlModel;
}

const commitTo =
  (session: FormSession, column: PageColumn): FieldProps["onCommit"] =>
  (value) => {
    column.set(value);
    column.onChange.run(
      session.executionContext({}, session.formContext.getAttribute(column.name)),
      session.reportHandlerError,
    );
  };

function drawControl(
  session: FormSession,
  control: PageControl,
  column: PageColumn | undefined,
  inputId: string,
): React.ReactElement {
  const { custom, kind, classId } = control.model;
  if (custom) return <ComponentHost session={session} control={control} name={custom.name} />;
  const Draw = fieldByKind[kind];
  if (!column) return <p role="alert">The table has no column &quot;{control.model.column}&quot;.</p>;
  if (!Draw) return <p role="alert">Controls of class {classId} are not supported by the local tenant.</p>;
  const isDisabled =
    control.isDisabled || !(session.page.id === null ? column.metadata.validForCreate : column.metadata.validForUpdate);
  return (
    <Draw
      session={session}
      control={control}
      column={column}
      inputId={inputId}
      isDisabled={isDisabled}
      onCommit={commitTo(session, column)}
    />
  );
}

/** A cell's control with its label, required mark and notifications. */
export const Field: React.FC<FieldOfProps> = ({ session, cell, model }) => {
  const control = session.page.controls.get(model.id);
  if (!control?.isVisible) return null;
  const column = model.column === null ? undefined : session.page.columns.get(model.column);
  const inputId = `field-${model.id}`;
  return (
    <div className="field" data-column={model.column ?? undefined}>
      {cell.isLabelShown && (
        <Label htmlFor={inputId} required={column?.requiredLevel === "required"} className="field-label">
          {control.label}
        </Label>
      )}
      <div className="field-control">{drawControl(session, control, column, inputId)}</div>
      {control.notifications.map(({ id, message }) => (
        <p key={id} className="field-notification" role="alert">
          {message}
        </p>
      ))}
    </div>
  );
};
