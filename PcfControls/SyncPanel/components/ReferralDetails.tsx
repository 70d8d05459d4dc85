import { Link } from "@fluentui/react";
import * as React from "react";
import { CopyButton } from "../../shared/CopyButton";
import type { Words } from "../../shared/words";

export interface ReferralDetailsProps {
  words: Words;
  identifier: string;
  /** Null where the referral's page is offered elsewhere in the panel, or not known. */
  link: string | null;
  onOpenLink: (url: string) => void;
}

/** Identity of the referral in Partner Center, for support and for finding it there. */
export const ReferralDetails = ({ words, identifier, link, onOpenLink }: ReferralDetailsProps): React.ReactElement => (
  <div className="cosell-row cosell-details">
    <span className="cosell-label">{words("Referral")}</span>
    <code>{identifier}</code>
    <CopyButton words={words} what={words("ReferralIdentifier")} text={identifier} />
    {link !== null && <Link onClick={() => onOpenLink(link)}>{words("OpenReferral")}</Link>}
  </div>
);
