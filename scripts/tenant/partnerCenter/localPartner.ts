import type { RegisteredClient, SignedInUser } from "../identity/Registration";
import type { Organization } from "./Organization";

/** The invented partner of the default sandbox; the start script puts its ids into the tenant's environment variables. */
export const localPartner = {
  tenantId: "5c1d7a52-4b7e-4f0b-9d0e-6f1f8f5f2a10",
  organization: {
    organizationId: "7d3f0f6e-8a2b-4c57-9b11-3c0e5f6a7b20",
    organizationName: "Contoso Partner",
    mpnId: "1234567",
  } satisfies Organization,
  client: {
    clientId: "2f9c4b1e-0d35-4a68-8c7d-1e2f3a4b5c30",
    clientSecret: "local-sandbox-secret",
    allowPublicClient: true,
  } satisfies RegisteredClient,
  user: {
    name: "referrals.admin@contoso-partner.example",
    objectId: "9a8b7c6d-5e4f-4321-8fed-cba987654340",
    withMfa: true,
  } satisfies SignedInUser,
} as const;
