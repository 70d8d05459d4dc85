import type { SignedInUser } from "../../identity/Registration";
import type { SandboxState } from "../SandboxState";

/** What somebody pressed on a sign-in page; a null user declined. */
export function readDecision(
  { people }: SandboxState,
  form: URLSearchParams,
): { kind: "decided"; user: SignedInUser | null } | { kind: "incomplete"; words: string } {
  if (form.get("decision") === "decline") return { kind: "decided", user: null };
  const person = people.get(form.get("person")?.toLowerCase() ?? "");
  if (form.get("decision") !== "accept" || person === undefined)
    return { kind: "incomplete", words: "Choose who signs in, then accept or decline." };
  const { name, objectId } = person;
  return { kind: "decided", user: { name, objectId, withMfa: form.has("mfa") } };
}
