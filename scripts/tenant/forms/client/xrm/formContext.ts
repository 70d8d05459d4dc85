import type { FormSession } from "../session/FormSession";
import type { AttributeFacade } from "./attribute";
import type { ControlFacade } from "./control";
import { createData } from "./data";
import { createFacades } from "./facades";
import { onlySupported } from "./onlySupported";
import { createUi } from "./ui";

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
export function createFormContext(session: FormSession): FormContext {
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
