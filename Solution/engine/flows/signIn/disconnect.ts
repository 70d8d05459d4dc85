import { signInAnswers, type SignInAnswer } from "../../domain/signIn/SignInAnswer";
import type { SignInRun } from "./SignInRun";

/** Forgets the sign-in, what was begun of another, and the tokens in this process's memory. */
export const disconnect = async ({ ports, tokens }: SignInRun): Promise<SignInAnswer> => {
  const forgotten = await ports.signIns.forget();
  if (forgotten.kind === "failed") return signInAnswers.failed(forgotten.failure);
  await tokens.remember("referrals", null);
  await tokens.remember("webhooks", null);
  return signInAnswers.disconnected(forgotten.value);
};
