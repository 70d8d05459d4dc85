import { getId, Icon } from "@fluentui/react";
import * as React from "react";
import type { CellModel, ControlModel } from "../formXml/FormModel";
import { areEqual } from "../page/ColumnValue";
import type { FormSession } from "../session/FormSession";
import { FieldContent } from "./FieldContent";
import { FieldNotifications } from "./FieldNotifications";
import { isReadOnly } from "./isReadOnly";
import { useWantedFocus } from "./useWantedFocus";

interface FieldOfCell {
  session: FormSession;
  cell: CellModel;
  model: ControlModel;
}

const requiredMarks = { required: "*", recommended: "+", none: "" } as const;

/** A cell's control with its label, required mark and notifications. */
export const Field: React.FC<FieldOfCell> = ({ session, cell, model }) => {
  const control = session.page.controls.get(model.id);
  const wrapper = React.useRef<HTMLDivElement>(null);
  // The same form may be open twice, on the page and in a panel.
  const [inputId] = React.useState(() => getId(`field-${model.id}-`));
  useWantedFocus(control, wrapper);
  if (!control?.isVisible) return null;
  const column = session.page.columns.get(model.column ?? "");
  const wasMissing = session.page.obstacles.some(({ missing }) => missing !== null && missing === model.column);
  const isMissing = wasMissing && areEqual(column?.value ?? null, null);
  const isLabelShown = cell.isLabelShown && !model.custom;
  return (
    <div
      ref={wrapper}
      className={isLabelShown ? "field" : "field field-unlabelled"}
      data-column={model.column ?? undefined}
      data-subgrid={model.subgrid ? model.id : undefined}
    >
      {isLabelShown && (
        <label htmlFor={inputId} className="field-label">
          {isReadOnly(session, control) && <Icon iconName="LockSolid" className="field-lock" aria-label="Read only" />}
          {control.label}
          {column && (
            <span className={`field-mark-${column.requiredLevel}`}>{requiredMarks[column.requiredLevel]}</span>
          )}
        </label>
      )}
      <div className="field-control">
        <FieldContent session={session} control={control} inputId={inputId} />
        <FieldNotifications control={control} isMissing={isMissing} />
      </div>
    </div>
  );
};
