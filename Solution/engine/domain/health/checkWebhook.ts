import type { RegistrationCheck } from "../registration/RegistrationCheck";
import { ok, problem, warning, type HealthCheck } from "./HealthCheck";

const register =
  "Turn on the flows “Partner Center to Dynamics 365” and “Co-sell webhook address”, and register on the page Setup and health.";

/** What reading the registration back told. */
export const checkWebhook = ({ state, alarm, missing }: RegistrationCheck): HealthCheck => {
  if (alarm !== null) return problem("registration", alarm, register);
  if (missing.length > 0)
    return problem(
      "registration",
      `Partner Center sends its notifications here, but not those of ${missing.join(", ")}; such changes arrive by the sweep, up to a quarter of an hour late.`,
      "Run the flow “Partner Center Webhook Registration” again with the same address and Events to Register left empty.",
    );
  if (state === "registered") return ok("registration", "Partner Center sends its notifications here.");
  const elsewhere = "Partner Center sends its notifications to another address, none to this environment.";
  const nowhere =
    "Partner Center sends no notifications yet; its changes arrive by the sweep, up to a quarter of an hour late.";
  return warning("registration", state === "registeredElsewhere" ? elsewhere : nowhere, register);
};
