import type { PluginInvocation } from "../PluginRunner";

const inBackgroundMs = 100_000;
const inTheWayMs = 10_000;
const usualScriptCheckMs = 30_000;

export interface StepConfiguration {
  /** Time one execution may take. */
  budgetMs: number;
  /** How long a script is used before a newer one is looked for. */
  scriptCheckMs: number;
}

/** From the unsecure configuration of a step, such as `budgetMs=5000;scriptCheckMs=0`; what it leaves out is as usual. */
export function stepConfiguration({ configuration = "", stage, mode }: PluginInvocation): StepConfiguration {
  const settings = new Map(configuration.split(";").map((setting) => setting.split("=") as [string, string]));
  const usualBudgetMs = stage === 30 || mode === "asynchronous" ? inBackgroundMs : inTheWayMs;
  return {
    budgetMs: Number(settings.get("budgetMs") ?? usualBudgetMs),
    scriptCheckMs: Number(settings.get("scriptCheckMs") ?? usualScriptCheckMs),
  };
}
