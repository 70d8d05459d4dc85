import { msBetween, type Instant } from "../values/instant";
import { ago } from "./ago";
import { ok, warning, type HealthCheck } from "./HealthCheck";

const quietMs = 14 * 86_400_000;

/** Whether Partner Center's notifications arrive; it is quiet where nobody works there. */
export const checkLastEvent = (lastEventOn: Instant | null, isRegistered: boolean, now: Instant): HealthCheck => {
  const fix =
    "Change a deal in Partner Center. If nothing arrives within ten minutes, look at the run history of the flow “Partner Center to Dynamics 365”.";
  if (lastEventOn === null)
    return isRegistered
      ? warning("lastEvent", "No notification has arrived yet.", fix)
      : ok("lastEvent", "No notification has arrived yet, and none is expected.");
  const ageMs = msBetween(lastEventOn, now);
  const words = `The last notification arrived ${ago(ageMs)}.`;
  return isRegistered && ageMs > quietMs ? warning("lastEvent", words, fix) : ok("lastEvent", words);
};
