import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";

/** `context.mode`, with `contextInfo`, which the platform has but its type definitions do not. */
export function createMode({ session: { page }, control, size, trackSize, keepState }: ComponentSite) {
  const column = control.model.column === null ? undefined : page.columns.get(control.model.column);
  return onlySupported("context.mode", {
    allocatedWidth: size.width,
    allocatedHeight: size.height,
    isControlDisabled: control.isDisabled || column?.metadata.validForUpdate === false,
    isVisible: control.isVisible,
    label: control.label,
    trackContainerResize: trackSize,
    setControlState: keepState,
    contextInfo: {
      entityId: page.id ?? "",
      entityTypeName: page.description.table.logicalName,
      entityRecordName: page.title,
    },
  });
}
