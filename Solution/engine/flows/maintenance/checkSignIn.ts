import { signInLifeMs, signInRenewMs, signInWarningMs } from "../../domain/maintenance/intervals";
import { toAdministratorWords } from "../../domain/failure/toAdministratorWords";
import { msBetween } from "../../domain/values/instant";
import { startReport, type MaintenanceRun, type Task } from "./MaintenanceRun";

const judge = async ({ ports, settings, signInEndsOn, startedOn }: MaintenanceRun): Promise<string | null> => {
  if (signInEndsOn === null)
    return "The connector is not signed in to Partner Center. An administrator can sign it in.";
  const leftMs = msBetween(startedOn, signInEndsOn);
  if (leftMs <= 0)
    return "The connector's sign-in to Partner Center has expired. An administrator has to sign it in again.";
  if (signInLifeMs - leftMs < signInRenewMs) return null;
  const renewed = await ports.tokens(settings).renew("referrals");
  if (renewed.kind === "done") return null;
  const { words, fix } = toAdministratorWords(renewed.failure.code);
  const day = signInEndsOn.slice(0, 10);
  return leftMs > signInWarningMs
    ? `${words} ${fix}`
    : `The connector's sign-in to Partner Center ends on ${day}. ${words} ${fix}`;
};

/** Uses a sign-in that nothing else uses, since it would end otherwise; warns when that fails, and when there is none. */
export const checkSignIn: Task = async (run, memory) => {
  const warning = await judge(run);
  return { report: { ...startReport(), handled: 1, ...(warning === null ? {} : { warning }) }, memory };
};
