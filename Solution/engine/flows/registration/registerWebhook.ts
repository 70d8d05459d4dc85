import type { Outcome } from "../../domain/failure/Outcome";
import { includesAll, isSame, isSamePlace, type Registration } from "../../domain/registration/Registration";
import {
  registrationAnswers,
  type RegistrationAnswer,
  type TestEvent,
} from "../../domain/registration/RegistrationAnswer";
import { testEvent } from "../../domain/webhook/WebhookEvent";
import type { RegistrationStore } from "../../ports/RegistrationStore";
import type { Webhooks } from "../../ports/Webhooks";
import type { EnginePorts } from "../EnginePorts";

const write = (webhooks: Webhooks, held: Registration | null, wanted: Registration) =>
  held === null ? webhooks.create(wanted) : webhooks.change(wanted);

const askForTest = async (webhooks: Webhooks, { events }: Registration): Promise<TestEvent> => {
  if (!events.includes(testEvent)) return "notWanted";
  return (await webhooks.sendTest()) === null ? "sent" : "notSent";
};

/** What is registered after a write: whoever was faster counts, even when the write itself was refused for that. */
const judge = (
  written: Outcome<Registration>,
  readBack: Outcome<Registration | null>,
  wanted: Registration,
): RegistrationAnswer | "ours" => {
  const held = readBack.kind === "done" ? readBack.value : null;
  if (held !== null && includesAll(held, wanted)) return "ours";
  if (written.kind === "failed") {
    const isOthers = held !== null && !isSamePlace(held, wanted);
    return isOthers ? registrationAnswers.heldElsewhere(held) : registrationAnswers.failed(written.failure);
  }
  if (readBack.kind === "failed") return registrationAnswers.failed(readBack.failure);
  return registrationAnswers.notKept(held ?? { endpoint: "", events: [] });
};

/** An address of before is this environment's own: Power Automate gives flows other ones at times. */
const isOthers = async (store: RegistrationStore, held: Registration, wanted: Registration): Promise<boolean> => {
  if (isSamePlace(held, wanted)) return false;
  const known = await store.read();
  const own = known.kind === "done" ? known.value : null;
  return own === null || !isSamePlace(held, own);
};

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
  if (held.value !== null && !mayOverwrite && (await isOthers(store, held.value, wanted))) {
    // Remembered, so that taking them over needs no address any more.
    const saveFailure = await store.save("registeredElsewhere", await clock.now(), wanted);
    return saveFailure === null
      ? registrationAnswers.heldElsewhere(held.value)
      : registrationAnswers.failed(saveFailure);
  }

  const isNew = held.value === null || !isSame(held.value, wanted);
  if (isNew) {
    const written = await write(webhooks, held.value, wanted);
    const verdict = judge(written, await webhooks.read(), wanted);
    if (verdict !== "ours") return verdict;
  }
  const saveFailure = await store.save("registered", await clock.now(), wanted);
  if (saveFailure !== null) return registrationAnswers.failed(saveFailure);
  return isNew
    ? registrationAnswers.registered(wanted, await askForTest(webhooks, wanted))
    : registrationAnswers.unchanged();
};
