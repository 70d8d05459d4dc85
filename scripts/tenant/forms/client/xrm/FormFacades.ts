import type { SectionModel, TabModel } from "../formXml/FormModel";
import type { PagePart } from "../page/PagePart";
import type { collection } from "./collection";

export interface AttributeFacade {
  getName: () => string;
  getValue: () => unknown;
  setValue: (value: unknown) => void;
  fireOnChange: () => void;
}

export interface ControlFacade {
  getName: () => string;
}

export interface SectionFacade {
  getName: () => string;
}

export interface TabFacade {
  getName: () => string;
}

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
