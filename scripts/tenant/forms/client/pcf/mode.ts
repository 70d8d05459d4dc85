import { isReadOnly } from "../controls/isReadOnly";
import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";

/** `context.mode`, with `contextInfo`, which the platform has but its type definitions do not. */
export function createMode({ session, control, size, trackSize, keepState }: ComponentSite) {
  const { page } = session;
  return onlySupported("context.mode", {
    allocatedWidth: size.width,
    allocatedHeight: size.height,
    isControlDisabled: isReadOnly(session, control),
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
