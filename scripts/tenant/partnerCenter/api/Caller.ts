import type { Person } from "../people/Person";

/** Who calls an API, read from a bearer token. */
export interface Caller {
  organizationId: string;
  /** Null for an app without a person. */
  person: Person | null;
}
