import type { RegistrationCheck } from "../registration/RegistrationCheck";
import { ok, problem, warning, type HealthCheck } from "./HealthCheck";

const register =
  "Turn on the flow “Partner Center to Dynamics 365”, then run the flow “Partner Center Webhook Registration” with the address of its trigger.";

/** What reading the registration back told. */
export const judgeRegistration = ({ state, alarm }: RegistrationCheck): HealthCheck => {
  if (alarm !== null) return problem("registration", alarm, register);
  if (state === "registered") return ok("registration", "Partner Center sends its notifications here.");
  const elsewhere = "Partner Center sends its notifications to another address, none to this environment.";
  const nowhere = "Partner Center sends no notifications yet; its changes arrive by the sweep, up to an hour late.";
  return warning("registration", state === "registeredElsewhere" ? elsewhere : nowhere, register);
};
