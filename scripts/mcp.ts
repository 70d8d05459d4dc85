import { readFileSync } from "node:fs";
import { join } from "node:path";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { connectEnvironment } from "./environment/connectEnvironment";
import { connectionArguments, parseCommandLine, readConnection } from "./environment/connectionOptions";
import { type CommandEnd, runCommand } from "./environment/runCommand";
import { createCoSell } from "./mcp/createCoSell";
import { createMcpServer } from "./mcp/createMcpServer";

async function serve(): Promise<CommandEnd> {
  const parsed = parseCommandLine("mcp", process.argv.slice(2), connectionArguments);
  if ("refusal" in parsed) return { exitCode: 2, refusal: parsed.refusal };
  // The output is the protocol's; whoever starts this sees the code to sign in with in the client's log.
  const connection = readConnection(parsed.values, process.env, true);
  if ("refusal" in connection) return { exitCode: 2, refusal: connection.refusal };
  const environment = await connectEnvironment({ ...connection, say: (line) => console.error(line) });
  const { version } = JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8")) as { version: string };
  const server = createMcpServer(createCoSell(environment), version);
  const isClosed = new Promise<void>((resolve) => (server.server.onclose = resolve));
  await server.connect(new StdioServerTransport());
  await isClosed;
  return { exitCode: 0 };
}

void runCommand(serve);
