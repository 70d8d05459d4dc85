import type { FormNotification } from "../page/FormPage";
import type { Session } from "../session/Session";
import { onlySupported } from "./onlySupported";
import type { Facades } from "./FormFacades";

const formTypes = { create: 1, update: 2, readOnly: 3, disabled: 4 } as const;

/** `formContext.ui`. */
export function createUi(session: Session, { controls, tabs }: Facades) {
  const { page } = session;
  const without = (id: string): FormNotification[] => page.notifications.filter((each) => each.id !== id);
  return onlySupported("formContext.ui", {
    controls,
    tabs,
    getFormType: () => {
      if (page.id === null) return formTypes.create;
      if (page.isClosed) return formTypes.disabled;
      return page.mayWrite ? formTypes.update : formTypes.readOnly;
    },
    setFormNotification: (message: string, level: FormNotification["level"], id: string) => {
      page.update({ notifications: [...without(id), { id, message, level }] });
      return true;
    },
    clearFormNotification: (id: string) => {
      const kept = without(id);
      const hadIt = kept.length < page.notifications.length;
      page.update({ notifications: kept });
      return hadIt;
    },
    refreshRibbon: () => page.commandsOutdated.emit(),
    getViewPortWidth: () => window.innerWidth,
    getViewPortHeight: () => window.innerHeight,
    close: () => session.close(),
    formSelector: onlySupported("formContext.ui.formSelector", {
      getCurrentItem: () => onlySupported("formItem", { getId: () => page.formId, getLabel: () => page.formName }),
    }),
  });
}
