import { isSamePlace, missingEvents, type Registration } from "./Registration";

/** How the registration stands compared with what was agreed here. */
export type RegistrationState = "notRegistered" | "registered" | "registeredElsewhere" | "unknown";

/** What reading the registration back told; `alarm` is for a person, once, when somebody else has taken the notifications. */
export interface RegistrationCheck {
  state: RegistrationState;
  alarm: string | null;
  /** Events of changes that Partner Center does not tell here, though it tells others. */
  missing: readonly string[];
}

const takenOver =
  "Another environment receives Partner Center's notifications. Changes still arrive, by the sweep, but up to a quarter of an hour late. " +
  "An administrator can take them over on the page Setup and health.";
const lost =
  "Partner Center no longer knows where to send its notifications. Changes still arrive, by the sweep, but up to a quarter of an hour late. " +
  "An administrator can register again on the page Setup and health.";

/** What a person is told of a registration that was made from here and stands like this; null where there is nothing to tell. */
export const alarmOf = (state: RegistrationState): string | null => {
  if (state === "registeredElsewhere") return takenOver;
  return state === "notRegistered" ? lost : null;
};

/** Compares what Partner Center names with what was registered from here; nothing was registered: nobody is alarmed. */
export const compareRegistration = (own: Registration | null, held: Registration | null): RegistrationCheck => {
  if (own === null) return { state: held === null ? "notRegistered" : "registeredElsewhere", alarm: null, missing: [] };
  if (held !== null && isSamePlace(held, own))
    return { state: "registered", alarm: null, missing: missingEvents(held) };
  const state = held === null ? "notRegistered" : "registeredElsewhere";
  return { state, alarm: alarmOf(state), missing: [] };
};
