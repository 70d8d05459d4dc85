import type { SectionModel } from "../formXml/FormModel";
import type { PagePart } from "../page/PagePart";
import type { Session } from "../session/Session";
import { collection } from "./collection";
import { onlySupported } from "./onlySupported";
import type { ControlFacade, SectionFacade, Facades } from "./FormFacades";

/** The Client API's view of a section. */
export function createSection(
  { page }: Session,
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
