import { respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { flagOf, instantOf, textOf } from "../inputs";
import { backfillReferrals } from "./backfillReferrals";
import { startRun } from "./startRun";

const readSkip = (continuation: string): number => (/^\d{1,7}$/.test(continuation) ? Number(continuation) : 0);

/**
 * Answers `cosell_Backfill`: brings in the referrals that Partner Center holds already, or with `DryRun` says what that would
 * do. Called again with the `continuation` of its answer until that is null.
 */
export const answerBackfill = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { inputParameters } = request;
  const run = await startRun(ports, request, null);
  const result = await backfillReferrals(run, {
    isDry: flagOf(inputParameters, "DryRun"),
    from: instantOf(inputParameters, "From"),
    skip: readSkip(textOf(inputParameters, "Continuation")),
  });
  return respond(result);
};
