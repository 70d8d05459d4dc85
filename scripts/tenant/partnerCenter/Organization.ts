/** The partner company whose people and apps call the sandbox. */
export interface Organization {
  organizationId: string;
  organizationName: string;
  /** Location of the partner profile that owns new referrals. */
  mpnId: string;
}
