import { connectEnvironment } from "./environment/connectEnvironment";
import { connectionArguments, parseCommandLine, readConnection } from "./environment/connectionOptions";
import { type CommandEnd, runCommand } from "./environment/runCommand";
import { checkHealth, describeHealth } from "./health/checkHealth";

async function health(): Promise<CommandEnd> {
  const parsed = parseCommandLine("health", process.argv.slice(2), connectionArguments);
  if ("refusal" in parsed) return { exitCode: 2, refusal: parsed.refusal };
  const connection = readConnection(parsed.values, process.env, process.stdout.isTTY);
  if ("refusal" in connection) return { exitCode: 2, refusal: connection.refusal };
  const environment = await connectEnvironment({ ...connection, say: (line) => console.log(line) });
  const checked = await checkHealth(environment);
  for (const line of describeHealth(checked)) console.log(line);
  return { exitCode: checked.state === "problem" ? 1 : 0 };
}

void runCommand(health);
