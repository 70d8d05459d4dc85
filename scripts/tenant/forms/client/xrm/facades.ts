import type { FormSession } from "../session/FormSession";
import { createAttribute, type AttributeFacade } from "./attribute";
import { collection } from "./collection";
import { createControl, type ControlFacade } from "./control";

/** The attributes and controls scripts see; one object each, however often they ask. */
export interface Facades {
  attributes: ReturnType<typeof collection<AttributeFacade>>;
  controls: ReturnType<typeof collection<ControlFacade>>;
  controlsOf(column: string): ControlFacade[];
}

export function createFacades(session: FormSession): Facades {
  const { page } = session;
  const attributes = new Map<string, AttributeFacade>();
  const controls = [...page.controls.values()].map((control) => ({
    control,
    facade: createControl(session, control, () => attributes.get(control.model.column ?? "") ?? null),
  }));
  const controlsOf = (column: string): ControlFacade[] =>
    controls.filter(({ control }) => control.model.column === column).map(({ facade }) => facade);
  for (const column of page.columns.values())
    attributes.set(
      column.name,
      createAttribute(session, column, () => controlsOf(column.name)),
    );
  return {
    attributes: collection(
      "attributes",
      () => [...attributes.values()],
      (attribute) => attribute.getName(),
    ),
    controls: collection(
      "controls",
      () => controls.map(({ facade }) => facade),
      (control) => control.getName(),
    ),
    controlsOf,
  };
}
