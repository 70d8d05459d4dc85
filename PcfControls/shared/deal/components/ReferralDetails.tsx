import { Link } from "@fluentui/react";
import * as React from "react";
import { CopyButton } from "../../CopyButton";
import type { Words } from "../../words";
import { Note } from "./Note";

export interface ReferralDetailsProps {
  words: Words;
  identifier: string;
  /** Null where the referral's page is offered elsewhere in the panel, or not known. */
  link: string | null;
  /** The referral is open: nobody closes it when the opportunity is deleted. */
  isOpen: boolean;
  onOpenLink: (url: string) => void;
}

/** Identity of the referral in Partner Center, for support and for finding it there. */
export const ReferralDetails = (props: ReferralDetailsProps): React.ReactElement => {
  const { words, identifier, link, isOpen, onOpenLink } = props;
  return (
    <>
      <div className="cosell-row cosell-details">
        <span className="cosell-label">{words("Referral")}</span>
        <code>{identifier}</code>
        <CopyButton words={words} what={words("ReferralIdentifier")} text={identifier} />
        {link !== null && <Link onClick={() => onOpenLink(link)}>{words("OpenReferral")}</Link>}
      </div>
      {isOpen && <Note icon="info">{words("BeforeDeleting")}</Note>}
    </>
  );
};
