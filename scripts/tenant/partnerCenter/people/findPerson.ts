import type { SandboxState } from "../SandboxState";
import type { Person } from "./Person";

/** The person of this name; somebody nobody has given a role can sign in too, and do nothing. */
export function findPerson({ people }: SandboxState, name: string): Person {
  const known = people.get(name.toLowerCase());
  return known ?? { name, objectId: "", displayName: name, roles: [], locations: [] };
}
