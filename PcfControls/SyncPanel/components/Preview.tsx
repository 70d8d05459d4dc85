import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";
import { Note } from "../../shared/deal/components/Note";
import type { LocalValue, Preview as Content } from "../toPreview";

export interface PreviewProps {
  words: Words;
  titleKey: "Preview" | "Preview_Private" | "Preview_Unshared";
  /** Null where what Partner Center holds is not known. */
  preview: Content | null;
}

const StaysHere = ({ words, values }: { words: Words; values: readonly LocalValue[] }): React.ReactElement | null => {
  if (values.length === 0) return null;
  return (
    <section className="cosell-local" aria-label={words("StaysHere")}>
      <h2>{words("StaysHere")}</h2>
      <dl className="cosell-preview">
        {values.map(({ labelKey, text, why }) => (
          <React.Fragment key={labelKey}>
            <dt>{words(labelKey)}</dt>
            <dd>
              {text || words("Preview_Empty")}
              <div className="cosell-why">{words(`StaysHere_${why}`)}</div>
            </dd>
          </React.Fragment>
        ))}
      </dl>
    </section>
  );
};

/** What Microsoft sees of this opportunity, and what of it stays here; folded until the seller asks. */
export const Preview = ({ words, titleKey, preview }: PreviewProps): React.ReactElement => {
  const [isOpen, setOpen] = React.useState(false);
  return (
    <section className="cosell-section">
      <DefaultButton className="cosell-quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className={isOpen ? "cosell-chevron cosell-open" : "cosell-chevron"}>
          <Icon name="chevron" />
        </span>
        <span>{words(titleKey)}</span>
      </DefaultButton>
      {isOpen && preview === null && <Note icon="info">{words("Preview_Unknown")}</Note>}
      {isOpen && preview !== null && (
        <>
          <dl className="cosell-preview">
            {preview.rows.map(({ labelKey, text }) => (
              <React.Fragment key={labelKey}>
                <dt>{words(labelKey)}</dt>
                <dd>{text || words("Preview_Empty")}</dd>
              </React.Fragment>
            ))}
          </dl>
          <StaysHere words={words} values={preview.staysHere} />
        </>
      )}
    </section>
  );
};
