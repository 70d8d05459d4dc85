import type { SyncSettings } from "../sync/SyncSettings";
import { ok, warning, type HealthCheck } from "./HealthCheck";

/** Kill switches: on purpose, or forgotten. */
export const checkSwitches = ({ outboundEnabled, inboundEnabled }: SyncSettings): HealthCheck => {
  const off = [outboundEnabled ? [] : "Outbound enabled", inboundEnabled ? [] : "Inbound enabled"].flat();
  if (off.length === 0) return ok("switches", "Both directions are on.");
  return warning(
    "switches",
    `Switched off by an administrator: ${off.join(", ")}.`,
    "Set the environment variable to Yes when the reason is gone; what waits goes on then.",
  );
};
