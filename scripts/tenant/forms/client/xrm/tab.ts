import type { TabModel } from "../formXml/FormModel";
import type { Handler } from "../page/HandlerList";
import type { PagePart } from "../page/PagePart";
import type { Session } from "../session/Session";
import { collection } from "./collection";
import { onlySupported } from "./onlySupported";
import type { SectionFacade, TabFacade, Facades } from "./FormFacades";

/** The Client API's view of a tab. */
export function createTab(session: Session, tab: PagePart<TabModel>, facades: () => Facades): TabFacade {
  const { page } = session;
  const path = `tab(${tab.model.name})`;
  const sections = (): SectionFacade[] => facades().sectionsOf(tab);
  return onlySupported(path, {
    getName: () => tab.model.name,
    getLabel: () => tab.label,
    setLabel: (label: string) => tab.update({ label }),
    getVisible: () => tab.isVisible,
    setVisible: (isVisible: boolean) => tab.update({ isVisible }),
    getDisplayState: () => (page.activeTabId === tab.model.id ? "expanded" : "collapsed"),
    setDisplayState: (state: string) => {
      if (state === "expanded") session.openTab(tab.model.id);
    },
    setFocus: () => session.openTab(tab.model.id),
    getParent: () => session.formContext.ui,
    addTabStateChange: (handler: Handler) => tab.onStateChange.add(handler),
    removeTabStateChange: (handler: Handler) => tab.onStateChange.remove(handler),
    sections: collection(`${path}.sections`, sections, (section) => section.getName()),
  });
}
