import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import { refusals } from "../../dataverse/refusals";
import type { Caller } from "../../dataverse/OrganizationService";
import type { Value } from "../../dataverse/values";
import type { SystemRows } from "../rows/SystemRows";

/** What the messages of deployments work with. */
export interface DeploymentMessageParts {
  rows: SystemRows;
  catalogue: MetadataCatalogue;
  /** Packages that were staged and wait for their import, by the id of the upload; forgotten at the end of the process. */
  uploads: Map<string, Uint8Array>;
  hasPrivilege: (userId: string, privilege: string) => Promise<boolean>;
  jobs: PlatformJobs;
}

/** Where system jobs of the platform are left. */
interface PlatformJobs {
  /** Answers the id of the job. */
  addPlatformJob: (job: {
    name: string;
    operationType: number;
    message: string;
    data: string;
    ownerId: string;
  }) => Promise<string>;
}

/** Runs a message of the platform by which solutions are deployed. */
export type DeploymentMessage = (
  parts: DeploymentMessageParts,
  parameters: Record<string, Value>,
  caller: Caller,
) => Promise<Record<string, Value>>;

/** Refuses a caller without this privilege; SYSTEM has them all. */
export async function requirePrivilege(
  { hasPrivilege }: DeploymentMessageParts,
  { userId }: Caller,
  privilege: string,
): Promise<void> {
  if (userId !== null && !(await hasPrivilege(userId, privilege))) throw refusals.privilegeMissing(privilege, userId);
}
