import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import { plain, textOf } from "../dataverse/values";
import type { Law } from "./Law";
import { pairsOf, statusOf } from "./pairs";

const emails = ({ content }: StoredReferral): string[] => (content.team ?? []).map(({ email }) => email ?? "");

/** People that somebody put into the team in Partner Center stay in it, and the owner of the deal is in it. */
export const team: Law = {
  name: "team of the deal",
  findBreaks: (world) => [
    ...world.history.referrals.flatMap(({ by, before, after }) => {
      if (by.kind !== "engine" || before === undefined) return [];
      const added = world.history.referrals.flatMap((one) =>
        one.by.kind === "person" && one.after.id === after.id
          ? emails(one.after).filter((email) => one.before === undefined || !emails(one.before).includes(email))
          : [],
      );
      const gone = emails(before).filter((email) => added.includes(email) && !emails(after).includes(email));
      return gone.map((email) => `${by.name} dropped ${email} from the team of ${after.id}`);
    }),
    ...pairsOf(world).flatMap(({ opportunity, own }) => {
      const isOn = plain(opportunity.attributes["cosell_syncwithpartnercenter"]) === true;
      const isOpen = own.content.status === "Active" && plain(opportunity.attributes["statecode"]) === 0;
      if (!isOn || !isOpen || !["inSync", "waitingOnMicrosoft"].includes(statusOf(opportunity))) return [];
      const user = world.dataverse.store.read("systemuser", textOf(opportunity.attributes["ownerid"]), null);
      const email = textOf(user?.attributes["internalemailaddress"]);
      if (email === "" || emails(own).includes(email)) return [];
      return [`${email} owns ${opportunity.id} and is not in the team of ${own.id}: ${emails(own).join(", ")}`];
    }),
  ],
};
