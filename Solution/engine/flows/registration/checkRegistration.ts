import { done, type Outcome } from "../../domain/failure/Outcome";
import { compareRegistration, type RegistrationCheck } from "../../domain/registration/RegistrationCheck";
import type { EnginePorts } from "../EnginePorts";

/**
 * Reads the registration back and notes how it stands. It never registers by itself: two environments that both did would take
 * the notifications from each other without end. At most one call to Partner Center.
 */
export const checkRegistration = async (ports: EnginePorts): Promise<Outcome<RegistrationCheck>> => {
  const own = await ports.registration.read();
  if (own.kind === "failed") return own;
  const held = await ports.webhooks(await ports.settings.current()).read();
  if (held.kind === "failed") return held;
  const check = compareRegistration(own.value, held.value);
  const unsaved = await ports.registration.save(check.state, await ports.clock.now());
  return unsaved === null ? done(check) : { kind: "failed", failure: unsaved };
};
