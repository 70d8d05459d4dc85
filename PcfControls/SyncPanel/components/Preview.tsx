import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";
import { Note } from "./Note";
import type { PreviewRow } from "../toPreviewRows";

export interface PreviewProps {
  words: Words;
  isPrivate: boolean;
  rows: readonly PreviewRow[];
}

/** What Microsoft sees of this opportunity; folded until the seller asks. */
export const Preview = ({ words, isPrivate, rows }: PreviewProps): React.ReactElement => {
  const [isOpen, setOpen] = React.useState(false);
  return (
    <section className="cosell-section">
      <DefaultButton className="cosell-quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className={isOpen ? "cosell-chevron cosell-open" : "cosell-chevron"}>
          <Icon name="chevron" />
        </span>
        <span>{words("Preview")}</span>
      </DefaultButton>
      {isOpen && isPrivate && <Note icon="lock">{words("Preview_Private")}</Note>}
      {isOpen && (
        <dl className="cosell-preview">
          {rows.map(({ labelKey, text }) => (
            <React.Fragment key={labelKey}>
              <dt>{words(labelKey)}</dt>
              <dd>{text || words("Preview_Empty")}</dd>
            </React.Fragment>
          ))}
        </dl>
      )}
    </section>
  );
};
