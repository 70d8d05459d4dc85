import type { Session } from "../session/Session";
import { createData } from "./data";
import { createFacades } from "./facades";
import { onlySupported } from "./onlySupported";
import { createUi } from "./ui";
import type { AttributeFacade, ControlFacade } from "./FormFacades";

type Find<Item> = ReturnType<typeof finder<Item>>;

/** `getAttribute` and `getControl` take what the collections' `get` takes. */
const finder =
  <Item>(collection: {
    get(selector?: string | number | ((item: Item, index: number) => boolean)): Item[] | Item | null;
  }) =>
  (selector?: string | number | ((item: Item, index: number) => boolean)) =>
    collection.get(selector);

export interface FormContext {
  data: ReturnType<typeof createData>;
  ui: ReturnType<typeof createUi>;
  getAttribute: Find<AttributeFacade>;
  getControl: Find<ControlFacade>;
}

/** The Client API's view of an open record. */
export function createFormContext(session: Session): FormContext {
  const facades = createFacades(session);
  const data = createData(session, facades);
  const ui = createUi(session, facades);
  return onlySupported("formContext", {
    data,
    ui,
    getAttribute: finder(facades.attributes),
    getControl: finder(facades.controls),
  });
}
