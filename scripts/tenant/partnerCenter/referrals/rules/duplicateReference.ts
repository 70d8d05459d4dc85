import type { Rule } from "./Rule";

export const duplicateReference: Rule = ({ purpose, content, before }, { switches, referrals, partner }) => {
  if (switches.duplicateExternalReference === "accepted" || purpose === "invitation" || before !== null) return null;
  const reference = content.externalReferenceId ?? "";
  const taken = [...referrals.values()].some(
    (other) => other.organizationId === partner.organizationId && other.content.externalReferenceId === reference,
  );
  if (reference === "" || !taken) return null;
  return {
    innerCode: "duplicateExternalReference",
    message: `A referral with external reference ${reference} exists already.`,
    target: "/externalReferenceId",
    conflict: true,
  };
};
