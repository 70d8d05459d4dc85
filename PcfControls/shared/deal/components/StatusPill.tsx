import * as React from "react";
import { Icon } from "../../Icon";
import type { StatusLook } from "../../statuses";
import type { Words } from "../../words";
import { shownStatusLooks, type ShownStatus } from "../toShownStatus";

export interface StatusPillProps {
  words: Words;
  status: ShownStatus;
  /** Blocking findings, told with the status Blocked. */
  blockingCount: number;
  /** Microsoft offers the deal: nothing failed, but time runs. */
  isOffer: boolean;
}

const offerLook: StatusLook = { icon: "hourglass", tone: "warning" };

const toText = ({ words, status, blockingCount, isOffer }: StatusPillProps): string => {
  if (isOffer) return words("Status_offer");
  if (status !== "blocked" || blockingCount === 0) return words(`Status_${status}`);
  return blockingCount === 1 ? words("Blocked_One") : words("Blocked_Many", blockingCount);
};

/** The state as icon, colour and words. A live region: screen readers hear every change of state, and nothing else. */
export const StatusPill = (props: StatusPillProps): React.ReactElement => {
  const { icon, tone } = props.isOffer ? offerLook : shownStatusLooks[props.status];
  return (
    <span role="status" className={`cosell-pill cosell-tone-${tone}`}>
      <Icon name={icon} />
      <span>{toText(props)}</span>
    </span>
  );
};
