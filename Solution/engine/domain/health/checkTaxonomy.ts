import { addMs, msBetween, type Instant } from "../values/instant";
import { ok, warning, type HealthCheck } from "./HealthCheck";

/** When the lists that Microsoft keeps were last held against Partner Center's documentation: help codes, close reasons, countries. */
export const taxonomyAsOf: Instant = "2026-11-01T00:00:00.000Z";

const dayMs = 86_400_000;
const staleMs = 365 * dayMs;

/** Lists that this version was built with; Microsoft changes them without a word. */
export const checkTaxonomy = (now: Instant): HealthCheck => {
  const day = taxonomyAsOf.slice(0, 10);
  if (msBetween(addMs(taxonomyAsOf, staleMs), now) <= 0)
    return ok("taxonomy", `Help, reasons and countries are those of Partner Center on ${day}.`);
  return warning(
    "taxonomy",
    `Help, reasons and countries are those of Partner Center on ${day}, over a year ago. It may have other ones by now.`,
    "Install the latest version of the connector. Until then, what Partner Center no longer knows is refused in its own words.",
  );
};
