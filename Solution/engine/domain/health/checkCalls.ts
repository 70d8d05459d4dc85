import { ok, problem, warning, type HealthCheck } from "./HealthCheck";

const nearlySpent = 0.8;

/** Calls of the day against what administrators allow; null where they could not be counted. */
export const checkCalls = (calls: number | null, budget: number): HealthCheck => {
  if (calls === null)
    return warning("calls", "The calls of today could not be counted.", "Try again in a few minutes.");
  const words = `${calls} of ${budget} calls are used.`;
  const fix = "Raise Daily call budget if Microsoft allows your company more; a new day begins at midnight UTC.";
  if (calls >= budget) return problem("calls", `${words} Changes wait until midnight UTC.`, fix);
  return calls >= budget * nearlySpent ? warning("calls", words, fix) : ok("calls", words);
};
