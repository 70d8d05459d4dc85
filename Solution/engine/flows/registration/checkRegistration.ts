import type { Failure } from "../../domain/failure/Failure";
import { failureKind } from "../../domain/failure/failureKinds";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { compareRegistration, type RegistrationCheck } from "../../domain/registration/RegistrationCheck";
import type { EnginePorts } from "../EnginePorts";

/** Ports that a check needs. */
type CheckPorts = Pick<EnginePorts, "registration" | "webhooks" | "settings" | "clock">;

/** An outage says nothing about the registration; a refusal means that nobody here knows any more. */
const noteUnknown = async ({ registration, clock }: CheckPorts, failure: Failure): Promise<void> => {
  if (failureKind(failure.code).retry === "person") await registration.save("unknown", await clock.now());
};

/**
 * Reads the registration back and notes how it stands. It never registers by itself: two environments that both did would take
 * the notifications from each other without end. At most one call to Partner Center.
 */
export const checkRegistration = async (ports: CheckPorts): Promise<Outcome<RegistrationCheck>> => {
  const own = await ports.registration.read();
  if (own.kind === "failed") return own;
  const held = await ports.webhooks(await ports.settings.current()).read();
  if (held.kind === "failed") {
    await noteUnknown(ports, held.failure);
    return held;
  }
  const check = compareRegistration(own.value, held.value);
  const saveFailure = await ports.registration.save(check.state, await ports.clock.now());
  return saveFailure === null ? done(check) : failed(saveFailure);
};
