import type { HealthCheck } from "../../Solution/engine/domain/health/HealthCheck";
import type { Reply } from "./SetupClient";

/** An environment variable of the solution. */
export interface Setting {
  schemaName: string;
  definitionId: string;
  /** Null while the default counts. */
  valueId: string | null;
  /** Current value; empty where there is neither one nor a default. */
  value: string;
}

export interface CloudFlow {
  id: string;
  isOn: boolean;
}

export interface ConnectionReference {
  logicalName: string;
  isConnected: boolean;
}

/** Work that waits for one cause. */
export interface WaitingCause {
  /** Code of the failure catalogue; empty for work that waits for its first turn. */
  code: string;
  isParked: boolean;
  count: number;
  /** When the oldest began to wait, ISO 8601. */
  since: string;
}

/** Whether who has the page open may do its steps: the self-test asks for the privilege of those who set up. */
export const maySetUp = ({ health }: Pick<SetupFacts, "health">): boolean =>
  health.kind === "done" || health.isForbidden !== true;

/** All that the setup page knows, each part as far as it could be read. */
export interface SetupFacts {
  health: Reply<readonly HealthCheck[]>;
  settings: Reply<readonly Setting[]>;
  flows: Reply<readonly CloudFlow[]>;
  connections: Reply<readonly ConnectionReference[]>;
  /** Enabled users by the name of the security role. */
  members: Reply<Readonly<Record<string, number>>>;
  /** Names of plug-in steps of ours that somebody has switched off. */
  stepsOff: Reply<readonly string[]>;
  /** Version of the solution as it is imported. */
  version: Reply<string>;
  waiting: Reply<readonly WaitingCause[]>;
  /** Whether the address that starts the flow of notifications is known here, so that nobody has to copy it. */
  hasWebhookAddress: Reply<boolean>;
  /** Conflicts that nobody has decided. */
  conflicts: Reply<number>;
}
