import { ok, problem, type HealthCheck } from "./HealthCheck";

/** The company's own custom API: empty where none is set. Without it every record it is to see is held back. */
export const checkCustomizeApi = (name: string, exists: boolean): HealthCheck => {
  if (name === "") return ok("customize", "No Customize API is set, and none is needed.");
  if (exists) return ok("customize", `The custom API ${name} exists.`);
  return problem(
    "customize",
    `There is no custom API ${name}, so nothing that Partner Center changes can be stored.`,
    "Correct the environment variable Customize API, or make the custom API; empty the variable if none is needed.",
  );
};
