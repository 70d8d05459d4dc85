import { failedCheck, worstOf, type HealthCheck } from "../../domain/health/HealthCheck";
import { SettingsUnreadable } from "../../ports/SettingsUnreadable";
import { respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import { checkHealth } from "./checkHealth";

const check = async (ports: EnginePorts): Promise<HealthCheck[]> => {
  try {
    return await checkHealth(ports, await ports.settings.current());
  } catch (failure) {
    if (failure instanceof SettingsUnreadable) return [failedCheck("settings", failure.failure.code)];
    throw failure;
  }
};

/** Answers `cosell_CheckHealth`; `Response` is `{state, checkedOn, checks}` with a `HealthCheck` a line. */
export const answerCheckHealth = async (ports: EnginePorts): Promise<EngineAnswer> => {
  const checks = await check(ports);
  const health = { state: worstOf(checks), checkedOn: await ports.clock.now(), checks };
  return respond(health);
};
