import type { ReferralContent } from "./Referral";

/** Lists a PATCH may append to exist from the start, empty if nothing was sent. */
export function fillLists(content: ReferralContent): ReferralContent {
  const { customerProfile } = content;
  return {
    ...content,
    team: content.team ?? [],
    ...(customerProfile === undefined
      ? {}
      : { customerProfile: { ...customerProfile, team: customerProfile.team ?? [] } }),
  };
}
