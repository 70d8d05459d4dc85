import type { SectionModel, TabModel } from "../formXml/FormModel";
import type { PageControl } from "../page/PageControl";
import type { PagePart } from "../page/PagePart";
import type { FormSession } from "../session/FormSession";
import { createAttribute, type AttributeFacade } from "./attribute";
import { collection } from "./collection";
import { createControl, type ControlFacade } from "./control";
import { createSection, type SectionFacade } from "./section";
import { createTab, type TabFacade } from "./tab";

/** The parts of a form as scripts see them; one object each, however often they ask. */
export interface Facades {
  attributes: ReturnType<typeof collection<AttributeFacade>>;
  controls: ReturnType<typeof collection<ControlFacade>>;
  tabs: ReturnType<typeof collection<TabFacade>>;
  tabOf: (tab: PagePart<TabModel> | undefined) => TabFacade | null;
  sectionOf: (section: PagePart<SectionModel> | undefined) => SectionFacade | null;
  sectionsOf: (tab: PagePart<TabModel>) => SectionFacade[];
  controlsIn: (section: PagePart<SectionModel>) => ControlFacade[];
}

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

export function createFacades(session: FormSession): Facades {
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
