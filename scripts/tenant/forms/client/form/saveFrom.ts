import type { FormSession } from "../session/FormSession";
import type { SaveMode, SaveOutcome } from "../session/Session";

/** Saves as a person does: what is still being typed counts. */
export function saveFrom(session: FormSession, mode: SaveMode): Promise<SaveOutcome> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  return session.save(mode);
}
