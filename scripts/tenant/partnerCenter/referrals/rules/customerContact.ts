import { isHelpAsked } from "./isHelpAsked";
import type { Rule } from "./Rule";

/** Microsoft's seller must be able to reach somebody at the customer. */
export const customerContact: Rule = (draft) => {
  if (draft.purpose === "inbound" || !isHelpAsked(draft)) return null;
  const reachable = (draft.content.customerProfile?.team ?? []).some((contact) =>
    [contact.firstName, contact.lastName, contact.phoneNumber, contact.email].every(
      (part) => part !== undefined && part !== "",
    ),
  );
  if (reachable) return null;
  return {
    innerCode: "customerContactRequired",
    message: "Asking Microsoft for help needs a customer contact with first name, last name, phone number and e-mail.",
    target: "/customerProfile/team",
  };
};
