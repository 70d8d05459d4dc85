import type { PageControl } from "../page/PageControl";
import type { Session } from "../session/Session";
import { createAttribute } from "./attribute";
import { collection } from "./collection";
import { createControl } from "./control";
import { createSection } from "./section";
import { createTab } from "./tab";
import type { ControlFacade, Facades } from "./FormFacades";

/** Items of the page with the objects scripts get for them, in the page's order. */
function facadesOf<Item, Facade>(items: readonly Item[], create: (item: Item) => Facade) {
  const known = new Map(items.map((item) => [item, create(item)]));
  return {
    all: () => [...known.values()],
    of: (item: Item | undefined) => (item === undefined ? null : (known.get(item) ?? null)),
    where: (isWanted: (item: Item) => boolean) =>
      [...known].filter(([item]) => isWanted(item)).map(([, facade]) => facade),
  };
}

export function createFacades(session: Session): Facades {
  const { page } = session;
  const self = (): Facades => facades;
  const attributes = facadesOf([...page.columns.values()], (column) =>
    createAttribute(session, column, () => controls.where(({ model }) => model.column === column.name)),
  );
  const controls = facadesOf([...page.controls.values()], (control: PageControl): ControlFacade =>
    createControl(session, control, {
      attribute: () => attributes.of(page.columns.get(control.model.column ?? "")),
      section: () => sections.of(page.sectionOf(control)),
    }),
  );
  const sections = facadesOf(page.sections, (section) => createSection(session, section, self));
  const tabs = facadesOf(page.tabs, (tab) => createTab(session, tab, self));
  const facades: Facades = {
    attributes: collection("attributes", attributes.all, (attribute) => attribute.getName()),
    controls: collection("controls", controls.all, (control) => control.getName()),
    tabs: collection("tabs", tabs.all, (tab) => tab.getName()),
    tabOf: tabs.of,
    sectionOf: sections.of,
    sectionsOf: (tab) => sections.where((section) => page.tabOf(section) === tab),
    controlsIn: (section) => controls.where((control) => page.sectionOf(control) === section),
  };
  return facades;
}
