import { HandlerList, type Handler } from "../page/HandlerList";
import type { ControlNotification, PageControl } from "../page/PageControl";
import type { Session } from "../session/Session";
import { createChoiceControlMembers } from "./choiceControl";
import { createGridMembers } from "./gridControl";
import { createLookupControlMembers } from "./lookupControl";
import { onlySupported } from "./onlySupported";
import type { AttributeFacade, ControlFacade, SectionFacade } from "./FormFacades";

interface Surroundings {
  attribute: () => AttributeFacade | null;
  section: () => SectionFacade | null;
}

/** Members some kinds of controls have and others lack, here as in Dynamics 365. */
const membersOfSomeKinds = new Set([
  ...[
    "getAttribute",
    "setNotification",
    "clearNotification",
    "addNotification",
    "addEventHandler",
    "removeEventHandler",
  ],
  ...["getOptions", "addOption", "removeOption", "clearOptions", "addPreSearch", "removePreSearch", "addCustomFilter"],
  ...["getEntityTypes", "addOnLoad", "removeOnLoad", "getEntityName", "getGrid", "refresh", "getRelationship"],
]);

interface XrmNotification {
  messages: string[];
  notificationLevel?: ControlNotification["level"];
  uniqueId: string;
  actions?: unknown[];
}

function createColumnMembers(control: PageControl, attribute: Surroundings["attribute"]) {
  return {
    getAttribute: attribute,
    setNotification: (message: string, id = "") => {
      control.notify({ id, message, level: "ERROR" });
      return true;
    },
    addNotification: ({ messages, notificationLevel = "ERROR", uniqueId, actions = [] }: XrmNotification) => {
      if (actions.length > 0) throw new Error("addNotification with actions is not supported by the local tenant.");
      control.notify({ id: uniqueId, message: messages.join(" "), level: notificationLevel });
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

function controlTypeOf({ model }: PageControl): string {
  if (model.custom) return `customcontrol:${model.custom.name}`;
  if (model.kind === "subgrid") return "subgrid";
  return model.kind === "lookup"
    ? "lookup"
    : model.kind === "choice" || model.kind === "yesNo"
      ? "optionset"
      : "standard";
}

function createCommonMembers(control: PageControl, section: Surroundings["section"]) {
  return {
    getName: () => control.id,
    getControlType: () => controlTypeOf(control),
    getParent: section,
    getLabel: () => control.label,
    setLabel: (label: string) => control.update({ label }),
    getVisible: () => control.isVisible,
    setVisible: (isVisible: boolean) => control.update({ isVisible }),
    getDisabled: () => control.isDisabled,
    setDisabled: (isDisabled: boolean) => control.update({ isDisabled }),
    setFocus: () => control.update({ isFocusWanted: true }),
  };
}

/** The Client API's view of a control; members beyond the common ones depend on its kind. */
export function createControl(
  session: Session,
  control: PageControl,
  { attribute, section }: Surroundings,
): ControlFacade {
  const { model, grid } = control;
  const column = session.page.columns.get(model.column ?? "");
  return onlySupported(
    `control(${control.id})`,
    {
      ...createCommonMembers(control, section),
      ...(model.column !== null && createColumnMembers(control, attribute)),
      ...(model.custom && createComponentMembers(control)),
      ...(column &&
        (model.kind === "choice" || model.kind === "choices") &&
        createChoiceControlMembers(control, column)),
      ...(column && model.kind === "lookup" && createLookupControlMembers(control, column)),
      ...(grid && createGridMembers(grid)),
    },
    membersOfSomeKinds,
  );
}
