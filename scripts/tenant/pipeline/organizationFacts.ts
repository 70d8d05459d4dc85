import { baseIds } from "../baseTables/baseIds";

/** What plug-ins read of the organization in every execution context. */
export const organizationFacts = {
  organizationId: baseIds.organization,
  organizationName: "contoso",
  businessUnitId: baseIds.businessUnit,
} as const;
