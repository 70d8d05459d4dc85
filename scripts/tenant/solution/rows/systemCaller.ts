import { randomUUID } from "node:crypto";
import { baseIds } from "../../baseTables/baseIds";
import type { Caller } from "../../dataverse/OrganizationService";

/** A request of the platform itself, which no privilege stops. */
export const systemCaller = (correlationId: string = randomUUID()): Caller => ({
  userId: null,
  initiatingUserId: baseIds.systemUser,
  depth: 1,
  correlationId,
});
