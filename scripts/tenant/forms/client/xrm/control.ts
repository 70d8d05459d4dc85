import type { PageControl } from "../page/PageControl";
import { HandlerList, type Handler } from "../page/HandlerList";
import type { FormSession } from "../session/FormSession";
import type { AttributeFacade } from "./attribute";
import { onlySupported } from "./onlySupported";

export interface ControlFacade {
  getName(): string;
}

function createNotificationMembers(control: PageControl) {
  return {
    setNotification: (message: string, id = "") => {
      control.notify({ id, message, level: "ERROR" });
      return true;
    },
    clearNotification: (id?: string) => control.clearNotification(id),
  };
}

/** A code component raises events of its own; handlers get what the component passes on. */
function createComponentMembers({ componentEvents }: PageControl) {
  return {
    addEventHandler: (event: string, handler: Handler) => {
      const list = componentEvents.get(event) ?? new HandlerList();
      list.add(handler);
      componentEvents.set(event, list);
    },
    removeEventHandler: (event: string, handler: Handler) => componentEvents.get(event)?.remove(handler),
  };
}

function createCommonMembers(control: PageControl) {
  return {
    getName: () => control.id,
    getLabel: () => control.label,
    setLabel: (label: string) => control.update({ label }),
    getVisible: () => control.isVisible,
    setVisible: (isVisible: boolean) => control.update({ isVisible }),
    getDisabled: () => control.isDisabled,
    setDisabled: (isDisabled: boolean) => control.update({ isDisabled }),
    setFocus: () => control.focus?.(),
  };
}

/** The Client API's view of a control; members beyond the common ones depend on its kind. */
export function createControl(
  _session: FormSession,
  control: PageControl,
  attribute: () => AttributeFacade | null,
): ControlFacade {
  return onlySupported(`control(${control.id})`, {
    ...createCommonMembers(control),
    ...(control.model.column !== null && { getAttribute: attribute, ...createNotificationMembers(control) }),
    ...(control.model.custom && createComponentMembers(control)),
  });
}
