import type { Registration } from "./Registration";

/** Whether an address names this tenant: by its id, or as whatever tenant the person belongs to. */
export function isOwnTenant({ tenantId }: Registration, tenant: string): boolean {
  return [tenantId, "common", "organizations"].includes(tenant.toLowerCase());
}
