/** Source: partner-center permissions overview; the last four may register webhooks there. */
export const roles = [
  "referralsAdmin",
  "referralsUser",
  "billingAdmin",
  "adminAgent",
  "salesAgent",
  "helpdeskAgent",
] as const;
export type Role = (typeof roles)[number];

export const roleWords: Readonly<Record<Role, string>> = {
  referralsAdmin: "Referrals admin",
  referralsUser: "Referrals user",
  billingAdmin: "Billing admin",
  adminAgent: "Admin agent",
  salesAgent: "Sales agent",
  helpdeskAgent: "Helpdesk agent",
};

/** Somebody of the partner company who can sign in. */
export interface Person {
  /** User principal name, an e-mail address; teams name people by it. */
  name: string;
  objectId: string;
  displayName: string;
  roles: readonly Role[];
  /** Partner locations (`mpnId`) the referral roles reach. */
  locations: "all" | readonly string[];
}

export function hasRole(person: Person, ...wanted: readonly Role[]): boolean {
  return person.roles.some((role) => wanted.includes(role));
}
