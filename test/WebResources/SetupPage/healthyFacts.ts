import { healthTitles, ok, type HealthCheckName } from "../../../Solution/engine/domain/health/HealthCheck";
import { cloudFlows, connectionReferences, securityRoles } from "../../../Solution/engine/domain/schema";
import type { Reply } from "../../../WebResources/SetupPage/SetupClient";
import type { SetupFacts } from "../../../WebResources/SetupPage/SetupFacts";

export const read = <Value>(value: Value): Reply<Value> => ({ kind: "done", value });

/** Everything is as it should be. */
export const healthyFacts: SetupFacts = {
  health: read((Object.keys(healthTitles) as HealthCheckName[]).map((name) => ok(name, "It works."))),
  settings: read([]),
  flows: read(Object.values(cloudFlows).map(({ id }) => ({ id, isOn: true }))),
  connections: read(Object.values(connectionReferences).map(({ logicalName }) => ({ logicalName, isConnected: true }))),
  members: read(Object.fromEntries(Object.values(securityRoles).map((role) => [role, 2]))),
  stepsOff: read([]),
  version: read("1.2.3.0"),
  waiting: read([]),
  hasWebhookAddress: read(true),
  conflicts: read(0),
};
