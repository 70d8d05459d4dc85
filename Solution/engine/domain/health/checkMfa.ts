import { ok, problem, type HealthCheck } from "./HealthCheck";

/** What Partner Center says about the second factor of the sign-in; null: nothing. */
export const checkMfa = (isMfaCompliant: boolean | null): HealthCheck => {
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
