import { addMs } from "../../domain/values/instant";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { createReferralImport } from "./importReferral";
import type { MaintenanceRun } from "./MaintenanceRun";

/** Kept back so that the last piece of work can end and what was reached can be stored. */
const reserveMs = 30_000;
/** Where nobody says how long; short, since rows stay locked as long where the run is one transaction. */
const defaultSeconds = 45;

/** A run with so much time; `maxSeconds` is what the caller allows, the host's budget counts as well. */
export const startRun = async (
  ports: EnginePorts,
  request: EngineRequest,
  maxSeconds: number | null,
): Promise<MaintenanceRun> => {
  const allowedMs = Math.min((maxSeconds ?? defaultSeconds) * 1000, request.budgetMs - reserveMs);
  const end = addMs(request.now, Math.max(0, allowedMs));
  return {
    ports,
    background: { ...ports, partnerCenter: (settings) => ports.partnerCenter(settings, "background") },
    settings: await ports.settings.current(),
    importReferral: createReferralImport(request.isInTransaction),
    isInTransaction: request.isInTransaction,
    startedOn: request.now,
    signInEndsOn: null,
    hasTime: async () => (await ports.clock.now()) < end,
  };
};
