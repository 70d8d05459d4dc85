/** Who calls an API, read from a bearer token. */
export interface Caller {
  organizationId: string;
  /** User principal name; null for an app without a person. */
  userName: string | null;
}
