import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectorFiles } from "./copilot/connectorFiles";
import { parseCommandLine } from "./environment/connectionOptions";
import { readEnvironmentAddress } from "./environment/readEnvironmentAddress";
import { type CommandEnd, runCommand } from "./environment/runCommand";

const root = join(__dirname, "..");
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function refusalOf(clientId: string, tenantId: string): string | undefined {
  if (!guid.test(clientId))
    return "Say which app registration sellers sign in by: --client-id, its Application (client) ID in Microsoft Entra. Solution/guides/copilot.md says how to make one.";
  if (!guid.test(tenantId))
    return "Say whose sellers sign in: --tenant-id, the Directory (tenant) ID on the same page of Microsoft Entra.";
  return undefined;
}

function copilot(): Promise<CommandEnd> {
  const parsed = parseCommandLine("copilot", process.argv.slice(2), {
    url: { type: "string" },
    "client-id": { type: "string", default: "" },
    "tenant-id": { type: "string", default: "" },
    out: { type: "string", default: join(root, "out", "copilot") },
  });
  if ("refusal" in parsed) return Promise.resolve({ exitCode: 2, refusal: parsed.refusal });
  const { url, "client-id": clientId, "tenant-id": tenantId, out } = parsed.values;
  const environment = readEnvironmentAddress(url ?? process.env["DATAVERSE_URL"]);
  if ("refusal" in environment) return Promise.resolve({ exitCode: 2, refusal: environment.refusal });
  const refusal = refusalOf(clientId, tenantId);
  if (refusal !== undefined) return Promise.resolve({ exitCode: 2, refusal });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  mkdirSync(out, { recursive: true });
  const files = connectorFiles({ address: environment.address, clientId, tenantId, version });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
  console.log(`Wrote the custom connector for ${environment.address} into ${out}.`);
  return Promise.resolve({ exitCode: 0 });
}

void runCommand(copilot);
