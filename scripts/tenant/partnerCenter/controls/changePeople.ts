import { answerJson, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import { findPerson } from "../people/findPerson";
import { roles, type Person, type Role } from "../people/Person";
import type { SandboxState } from "../SandboxState";
import { readControlBody } from "./readControlBody";
import { refuseControl } from "./refuseControl";

/** `PUT /sandbox/people` with `{name, roles?, locations?, displayName?}`: adds somebody, or changes what is given. */
export function changePeople(state: SandboxState, request: SandboxRequest): HttpAnswer {
  const { name, ...given } = readControlBody(request) ?? {};
  if (typeof name !== "string" || !name.includes("@")) return refuseControl(400, "name must be an e-mail address.");
  const known = findPerson(state, name);
  const person = changePerson({ ...known, objectId: known.objectId || state.ids() }, given);
  if (typeof person === "string") return refuseControl(400, person);
  state.people.set(name.toLowerCase(), person);
  return answerJson(200, person);
}

function changePerson(known: Person, given: Record<string, unknown>): Person | string {
  const {
    roles: wanted = known.roles,
    locations = known.locations,
    displayName = known.displayName,
    ...unknown
  } = given;
  const [foreign] = Object.keys(unknown);
  if (foreign !== undefined) return `A person has no '${foreign}'.`;
  if (!isListOf(wanted, (role): role is Role => (roles as readonly unknown[]).includes(role)))
    return `roles must be a list of ${roles.join(", ")}.`;
  if (locations !== "all" && !isListOf(locations, (location) => typeof location === "string"))
    return 'locations must be "all" or a list of mpnIds.';
  if (typeof displayName !== "string") return "displayName must be text.";
  return { ...known, roles: wanted, locations, displayName };
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(isItem);
}
