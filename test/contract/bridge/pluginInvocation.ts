import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PluginInvocation } from "../../../scripts/tenant/sandboxWorker/PluginRunner";

export const shippedAssembly = join(__dirname, "../../../Solution/plugin/prebuilt/CoSellConnector.PluginHost.dll");

const bytes = readFileSync(shippedAssembly);
const contentHash = createHash("sha256").update(bytes).digest("hex");

/** A call of a custom API, of an organization nobody has seen before unless the changes say so. */
export const pluginInvocation = (changes: Partial<PluginInvocation> = {}): PluginInvocation => ({
  assembly: { id: "4f0f9c5e-6a5c-5d3e-9a44-3c0f6b1f7a10", contentHash, bytes },
  typeName: "CoSellConnector.PluginHost.EnginePlugin",
  messageName: "cosell_SyncOpportunity",
  stage: 30,
  mode: "synchronous",
  depth: 1,
  primaryEntityName: "none",
  primaryEntityId: null,
  inputParameters: {},
  preImages: {},
  postImages: {},
  userId: "a1a1a1a1-0000-4000-8000-000000000001",
  initiatingUserId: "a1a1a1a1-0000-4000-8000-000000000002",
  businessUnitId: "a1a1a1a1-0000-4000-8000-000000000003",
  organizationId: randomUUID(),
  organizationName: "contoso",
  correlationId: "a1a1a1a1-0000-4000-8000-000000000004",
  operationId: "a1a1a1a1-0000-4000-8000-000000000005",
  requestId: "a1a1a1a1-0000-4000-8000-000000000006",
  operationCreatedOn: "2024-05-01T10:20:30.400Z",
  isInTransaction: true,
  ...changes,
});
