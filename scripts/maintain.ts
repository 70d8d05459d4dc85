import { setTimeout as delay } from "node:timers/promises";
import { connectEnvironment } from "./environment/connectEnvironment";
import { type CommandEnd, runCommand } from "./environment/runCommand";
import { keepMaintaining, maintainOnce } from "./maintain/keepMaintaining";
import { readMaintainOptions } from "./maintain/maintainOptions";

/** After a run that left work, the next one comes as soon as the cloud flow's would. */
const soonMs = 60_000;

const say = (line: string): void => console.log(`${new Date().toISOString()} ${line}`);
const sayFailure = (error: unknown): void =>
  say(`Failed: ${(error instanceof Error ? error.message : String(error)).replace(/\n/g, " ")}`);

async function maintain(): Promise<CommandEnd> {
  const options = readMaintainOptions(process.argv.slice(2), process.env, process.stdout.isTTY);
  if ("refusal" in options) return { exitCode: 2, refusal: options.refusal };
  const environment = await connectEnvironment({ ...options, say });
  const run = async () => {
    const line = await maintainOnce(environment);
    say(line.words);
    return line;
  };
  if (options.everyMs === undefined) return { exitCode: (await run()).needsPerson ? 1 : 0 };

  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const wait = (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal }).catch(() => undefined);
  await keepMaintaining(
    run,
    { everyMs: options.everyMs, soonMs, nowMs: Date.now, wait, signal: stop.signal },
    sayFailure,
  );
  return { exitCode: 0 };
}

void runCommand(maintain);
