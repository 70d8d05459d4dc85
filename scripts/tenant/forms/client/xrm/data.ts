import type { Handler } from "../page/HandlerList";
import type { Session } from "../session/Session";
import { createEntity } from "./entity";
import { onlySupported } from "./onlySupported";
import type { Facades } from "./FormFacades";

interface SaveOptions {
  /** 1 save, 2 save and close, 59 save and new. */
  saveMode?: number;
}

/** The save of the Client API: a promise that is rejected when nothing was saved. */
async function saveOrReject(session: Session): Promise<void> {
  const outcome = await session.save("save");
  if (outcome.kind === "saved") return;
  // The Client API rejects with this object, not with an Error.
  const refusal =
    outcome.kind === "refused"
      ? { errorCode: outcome.error.code, message: outcome.error.message }
      : { errorCode: 0, message: outcome.kind };
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the shape scripts expect
  await Promise.reject(refusal);
}

/** `formContext.data`. */
export function createData(session: Session, facades: Facades) {
  const { page } = session;
  return onlySupported("formContext.data", {
    entity: createEntity(session, facades),
    attributes: facades.attributes,
    getIsDirty: () => page.isDirty,
    isValid: () => true,
    addOnLoad: (handler: Handler) => page.events.dataLoad.add(handler),
    removeOnLoad: (handler: Handler) => page.events.dataLoad.remove(handler),
    refresh: async (save = false) => {
      if (save) await saveOrReject(session);
      await session.refresh();
    },
    save: (_options?: SaveOptions) => saveOrReject(session),
  });
}
