import type { Handler } from "../page/HandlerList";
import type { SaveMode, Session } from "../session/Session";

import { toXrmId } from "./ids";
import { onlySupported } from "./onlySupported";
import type { Facades } from "./FormFacades";

/** `formContext.data.entity`. */
export function createEntity(session: Session, facades: Facades) {
  const { page } = session;
  const { table } = page.description;
  const id = (): string => (page.id === null ? "" : toXrmId(page.id));
  const { save, postSave } = page.events;
  return onlySupported("formContext.data.entity", {
    attributes: facades.attributes,
    getId: id,
    getEntityName: () => table.logicalName,
    getEntityReference: () => ({ entityType: table.logicalName, id: id(), name: page.title }),
    getPrimaryAttributeValue: () => page.title,
    getIsDirty: () => page.isDirty,
    isValid: () => true,
    addOnSave: (handler: Handler) => save.add(handler),
    removeOnSave: (handler: Handler) => save.remove(handler),
    addOnPostSave: (handler: Handler) => postSave.add(handler),
    removeOnPostSave: (handler: Handler) => postSave.remove(handler),
    save: (mode: SaveMode = "save") => void session.save(mode),
  });
}
