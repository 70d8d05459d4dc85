import type { HealthCheck } from "../../Solution/engine/domain/health/HealthCheck";
import { customApis } from "../../Solution/engine/domain/schema";
import type { Environment } from "../environment/connectEnvironment";

/** What `cosell_CheckHealth` answers, as JSON text in `Response`. */
interface Health {
  state: HealthCheck["state"];
  checks: readonly HealthCheck[];
}

/** Runs the connector's self-test. */
export async function checkHealth(environment: Environment): Promise<Health> {
  const { Response } = await environment.ask((client) =>
    client.callAction<{ Response: string }>({ actionName: customApis.checkHealth }),
  );
  return JSON.parse(Response) as Health;
}

const marks = { ok: "ok     ", warning: "warning", problem: "problem" } as const;

/** A line a check, with what to do where there is something to do. */
export function describeHealth({ checks }: Health): string[] {
  return checks.map(({ state, title, words, fix, owner }) => {
    const remedy = fix === "" ? "" : `\n          ${fix}${owner === "nobody" ? "" : ` (${owner})`}`;
    return `${marks[state]}  ${title}: ${words}${remedy}`;
  });
}
