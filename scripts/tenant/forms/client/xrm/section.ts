import type { SectionModel } from "../formXml/FormModel";
import type { PagePart } from "../page/PagePart";
import type { FormSession } from "../session/FormSession";
import { collection } from "./collection";
import type { ControlFacade } from "./control";
import type { Facades } from "./facades";
import { onlySupported } from "./onlySupported";

export interface SectionFacade {
  getName: () => string;
}

/** The Client API's view of a section. */
export function createSection(
  { page }: FormSession,
  section: PagePart<SectionModel>,
  facades: () => Facades,
): SectionFacade {
  const path = `section(${section.model.name})`;
  const controls = (): ControlFacade[] => facades().controlsIn(section);
  return onlySupported(path, {
    getName: () => section.model.name,
    getLabel: () => section.label,
    setLabel: (label: string) => section.update({ label }),
    getVisible: () => section.isVisible,
    setVisible: (isVisible: boolean) => section.update({ isVisible }),
    getParent: () => facades().tabOf(page.tabOf(section)),
    controls: collection(`${path}.controls`, controls, (control) => control.getName()),
  });
}
