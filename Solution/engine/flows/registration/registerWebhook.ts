import { covers, type Registration } from "../../domain/registration/Registration";
import { registrationAnswers, type RegistrationAnswer } from "../../domain/registration/RegistrationAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { Webhooks } from "../../ports/Webhooks";

const write = (webhooks: Webhooks, held: Registration | null, wanted: Registration) =>
  held === null ? webhooks.create(wanted) : webhooks.change(wanted);

/**
 * Asks Partner Center to send its notifications there. There is one address for a whole company, so what somebody else holds is
 * only taken over when that is wanted; and what was taken is read back, for somebody may do the same at this moment.
 */
export const registerWebhook = async (
  { registration: store, clock }: Pick<EnginePorts, "registration" | "clock">,
  webhooks: Webhooks,
  wanted: Registration,
  mayOverwrite: boolean,
): Promise<RegistrationAnswer> => {
  const held = await webhooks.read();
  if (held.kind === "failed") return registrationAnswers.failed(held.failure);
  const isOurs = held.value?.endpoint === wanted.endpoint;
  if (held.value !== null && !isOurs && !mayOverwrite) return registrationAnswers.heldElsewhere(held.value);

  const isNew = held.value === null || !covers(held.value, wanted);
  if (isNew) {
    const taken = await write(webhooks, held.value, wanted);
    if (taken.kind === "failed") return registrationAnswers.failed(taken.failure);
    const readBack = await webhooks.read();
    if (readBack.kind === "failed") return registrationAnswers.failed(readBack.failure);
    if (readBack.value === null || !covers(readBack.value, wanted))
      return registrationAnswers.notKept(readBack.value ?? { endpoint: "", events: [] });
  }
  const unsaved = await store.save("registered", await clock.now(), wanted);
  return unsaved === null ? registrationAnswers.registered(wanted, isNew) : registrationAnswers.failed(unsaved);
};
