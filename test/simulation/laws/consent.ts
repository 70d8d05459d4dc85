import { plain } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { recordAt } from "./moves";
import { isMicrosofts } from "./pairs";

/** Whether a person had set this column of the opportunity by then. */
const wasSet = (
  { history }: World,
  opportunityId: string,
  column: string,
  value: (held: unknown) => boolean,
  untilMs: number,
): boolean =>
  history.rows.some(
    ({ atMs, by, after }) =>
      atMs <= untilMs &&
      by.kind === "person" &&
      after?.table === "opportunity" &&
      after.id === opportunityId &&
      value(plain(after.attributes[column])),
  );

const visible = 731500001;

/** What Partner Center was told of deals, whether it took it or not: told is told. */
const sentWithoutConsent = (world: World): string[] =>
  world.network.calls.flatMap(({ by, method, path, body, arrivedMs }) => {
    if (method !== "POST" || !path.endsWith("/referrals")) return [];
    const { externalReferenceId = "" } = JSON.parse(body) as { externalReferenceId?: string };
    // Of a deal that Microsoft has brought, Partner Center holds the consent.
    const isMicrosoftsDeal = [...world.sandbox.state.referrals.values()].some(
      ({ content, createdByOrganizationId }) =>
        createdByOrganizationId === "msft" && content.externalReferenceId === externalReferenceId,
    );
    return isMicrosoftsDeal ||
      wasSet(world, externalReferenceId.toLowerCase(), "cosell_customerconsent", (held) => held === true, arrivedMs)
      ? []
      : [`${by} sent ${externalReferenceId} without the customer’s consent`];
  });

/** What cannot be taken back is sent only after a person recorded the consent for it. */
export const consent: Law = {
  name: "recorded consent",
  findBreaks: (world) => [
    ...sentWithoutConsent(world),
    ...world.history.referrals.flatMap(({ atMs, by, before, after }) => {
      if (by.kind !== "engine") return [];
      const members = world.sandbox.state.referrals.ofEngagement(after.engagementId);
      const own = isMicrosofts(after) ? members.find((one) => !isMicrosofts(one)) : after;
      const id = own === undefined ? "" : recordAt(world, own.id, atMs);
      if (own === undefined || own.createdByOrganizationId === "msft") return [];
      const wasVisible = before?.content.consent?.consentToShareReferralWithMicrosoftSellers === true;
      const isVisible = after.content.consent?.consentToShareReferralWithMicrosoftSellers === true;
      const breaks: string[] = [];
      if (
        !isMicrosofts(after) &&
        !wasVisible &&
        isVisible &&
        !wasSet(world, id, "cosell_referralvisibility", (held) => held === visible, atMs) &&
        // Asking for help is asking to be seen.
        !wasSet(world, id, "cosell_howcanmicrosofthelp", (held) => held !== null, atMs)
      )
        breaks.push(`${by.name} made referral ${after.id} visible though nobody said so`);
      if (
        isMicrosofts(after) &&
        before === undefined &&
        !wasSet(world, id, "cosell_howcanmicrosofthelp", (held) => held !== null, atMs)
      )
        breaks.push(`${by.name} invited Microsoft into ${id} though nobody asked for help`);
      return breaks;
    }),
  ],
};
