import type { MicrosoftPart } from "../shared/deal/LinkFacts";

export interface WhereaboutsFacts {
  isSyncOn: boolean;
  /** A referral exists in Partner Center. */
  isShared: boolean;
  isClosed: boolean;
  /** The form as it stands shows the deal to Microsoft's sellers. */
  isWantedVisible: boolean;
  /** What the referral says itself; null where that is not known. */
  isVisibleThere: boolean | null;
  microsoft: MicrosoftPart;
}

/** Where the deal is. `name` ends the key of its sentence. */
export interface Whereabouts {
  name: string;
  /** Microsoft's sellers see it, or will. */
  isForMicrosoft: boolean;
}

const toSharedName = ({ isClosed, microsoft }: WhereaboutsFacts): string =>
  isClosed || microsoft === "none" ? "Visible" : `Visible_${microsoft}`;

/** Where the deal is, by what the referral says itself; null where nothing is shared and nothing is to be. */
export const toWhereabouts = (facts: WhereaboutsFacts): Whereabouts | null => {
  const { isSyncOn, isShared, isWantedVisible, isVisibleThere } = facts;
  if (!isShared) {
    if (!isSyncOn) return null;
    return { name: isWantedVisible ? "WillBeVisible" : "WillBePrivate", isForMicrosoft: isWantedVisible };
  }
  if (isVisibleThere ?? isWantedVisible) return { name: toSharedName(facts), isForMicrosoft: true };
  const isChanging = facts.isWantedVisible && isSyncOn && !facts.isClosed;
  return { name: isChanging ? "PrivateSoVisible" : "Private", isForMicrosoft: isChanging };
};
