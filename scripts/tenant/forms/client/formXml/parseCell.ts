import { childOf, isTrue, textOf, toGuid } from "../xml/readXml";
import { controlKindOf } from "./controlKinds";
import type { CellModel, ControlModel, SubgridModel } from "./FormModel";
import { labelOf } from "./labelOf";
import type { CustomControls } from "./parseControlDescriptions";

const defaultRowsPerPage = 4;

function parseSubgrid(control: Element): SubgridModel | null {
  const parameters = childOf(control, "parameters");
  if (!parameters) return null;
  return {
    table: textOf(parameters, "TargetEntityType"),
    viewId: toGuid(textOf(parameters, "ViewId")),
    relationship: textOf(parameters, "RelationshipName"),
    rowsPerPage: Number(textOf(parameters, "RecordsPerPage")) || defaultRowsPerPage,
  };
}

function parseControl(control: Element, customControls: CustomControls): ControlModel {
  const classId = toGuid(control.getAttribute("classid") ?? "");
  const kind = controlKindOf(classId);
  return {
    id: control.getAttribute("id") ?? "",
    classId,
    kind,
    column: control.getAttribute("datafieldname"),
    isDisabled: isTrue(control, "disabled", false),
    subgrid: kind === "subgrid" ? parseSubgrid(control) : null,
    custom: customControls.get(toGuid(control.getAttribute("uniqueid") ?? "")) ?? null,
  };
}

export function parseCell(cell: Element, customControls: CustomControls): CellModel {
  const control = childOf(cell, "control");
  return {
    id: toGuid(cell.getAttribute("id") ?? ""),
    label: labelOf(cell),
    isLabelShown: isTrue(cell, "showlabel", true),
    isVisible: isTrue(cell, "visible", true),
    colSpan: Number(cell.getAttribute("colspan") ?? 1),
    rowSpan: Number(cell.getAttribute("rowspan") ?? 1),
    control: control ? parseControl(control, customControls) : null,
  };
}
