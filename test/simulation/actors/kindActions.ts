import { inviteMicrosoft } from "../../../scripts/tenant/partnerCenter/referrals/inviteMicrosoft";
import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import { acceptReferral } from "../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import type { Seller } from "../../../scripts/tenant/partnerCenter/sellers/Seller";
import { changeSide, type Content } from "../../../scripts/tenant/partnerCenter/sellers/SellerAction";
import type { Chance } from "../time/Chance";
import type { World } from "../world/World";
import type { Action } from "./Action";
import { pickReferral } from "./partnerCenterActions";

const helpCodes = ["ProofOfConceptOrDemo", "QuotesOrLicensing", "PostSalesCustomerSuccess", "GeneralOrOther"] as const;

const isOwn = ({ organizationId, content }: StoredReferral): boolean =>
  organizationId !== "msft" && content.status === "Active";

const isVisible = ({ content }: StoredReferral): boolean =>
  content.consent?.consentToShareReferralWithMicrosoftSellers === true;

const withVisibility = (content: Content): Content => ({
  ...content,
  consent: { ...content.consent, consentToShareReferralWithMicrosoftSellers: true },
});

/** Somebody changes what kind of deal a referral is, as Partner Center's own pages let them. */
const change = (
  world: World,
  seller: Seller,
  { id }: StoredReferral,
  situation: string,
  to: (content: Content) => Content,
): void => {
  const name = seller === "microsoft" ? "Microsoft’s seller" : "a seller in Partner Center";
  world.story.tell(() => `${name}: ${situation}, ${id}`);
  world.reach(situation, null);
  world.as({ kind: "person", name }, () =>
    changeSide(world.sandbox.state, seller, id, (content) => ({ content: to(content) })),
  );
  world.wakeSandbox();
};

const makeVisible: Action = (world, chance) => {
  const own = pickReferral(world, chance, (one) => isOwn(one) && !isVisible(one));
  if (own !== null) change(world, "partner", own, "a private deal is made visible there", withVisibility);
};

const changeType: Action = (world, chance) => {
  const own = pickReferral(world, chance, (one) => isOwn(one) && one.content.type === "Independent");
  if (own === null) return;
  change(world, chance.pick(["partner", "microsoft"] as const), own, "the type becomes shared there", (content) => ({
    ...content,
    type: "Shared",
  }));
};

const changeHelp: Action = (world, chance) => {
  const asked = pickReferral(
    world,
    chance,
    ({ organizationId, content }) => organizationId === "msft" && content.status !== "Closed",
  );
  if (asked === null) return;
  change(world, "microsoft", asked, "the help asked for is changed there", (content) => ({
    ...content,
    inviteContext: { ...content.inviteContext, assistanceRequestCode: chance.pick(helpCodes) },
  }));
};

const isAlone = (world: World, own: StoredReferral): boolean =>
  world.sandbox.state.referrals.ofEngagement(own.engagementId).every((one) => one.organizationId !== "msft");

/** A deal of the partner's becomes one of both: Microsoft's referral appears, asked for by nobody here, and makes it visible. */
const join = (world: World, chance: Chance, own: StoredReferral): void => {
  const { state } = world.sandbox;
  const inviteContext = { notes: "", assistanceRequestCode: chance.pick(helpCodes) };
  const content = { ...withVisibility(own.content), registrations: [], inviteContext };
  const sent = { kind: "sent" as const, content, engagementId: own.engagementId };
  const seller = { kind: "person", name: "Microsoft’s seller" } as const;
  world.story.tell(() => `${seller.name} joins the deal of ${own.id}`);
  const invited = world.as(seller, () => inviteMicrosoft(state, sent));
  if (invited.kind === "refused") {
    world.story.tell(() => `${seller.name} could not: ${invited.message}`);
    return;
  }
  world.reach("Microsoft joins a deal by itself", null);
  if (chance.happens(0.7)) world.as(seller, () => acceptReferral(state, "microsoft", invited.referral.id, {}));
  world.wakeSandbox();
};

const joinDeal: Action = (world, chance) => {
  const own = pickReferral(world, chance, (one) => isOwn(one) && isAlone(world, one));
  if (own !== null) join(world, chance, own);
};

/** Changes of what kind of deal a referral is that nobody in Dynamics 365 asked for. */
export const kindActions: readonly (readonly [number, Action])[] = [
  [3, makeVisible],
  [2, changeType],
  [3, changeHelp],
  [9, joinDeal],
];
