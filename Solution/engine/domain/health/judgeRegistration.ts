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

/** What Partner Center says about the second factor of the sign-in; null: nothing. */
export const judgeSecondFactor = (isMfaCompliant: boolean | null): HealthCheck => {
  if (isMfaCompliant === false)
    return problem(
      "secondFactor",
      "The sign-in was made without a second factor, which Partner Center refuses with 900421.",
      "Sign the connector in again with multi-factor authentication.",
    );
  return ok(
    "secondFactor",
    isMfaCompliant === true
      ? "Partner Center finds the second factor in the sign-in."
      : "Partner Center took the sign-in, and did not say whether it finds a second factor.",
  );
};
