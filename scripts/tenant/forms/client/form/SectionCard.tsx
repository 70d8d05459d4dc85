import * as React from "react";
import { Field } from "../controls/Field";
import type { SectionModel } from "../formXml/FormModel";
import type { PagePart } from "../page/PagePart";
import type { FormSession } from "../session/FormSession";

/** A section with its cells, as many side by side as the form says. */
export const SectionCard: React.FC<{ session: FormSession; section: PagePart<SectionModel> }> = ({
  session,
  section,
}) => {
  const { model, label, isVisible } = section;
  if (!isVisible) return null;
  const headingId = `section-${model.id}`;
  return (
    <section className="card" data-section={model.name} aria-labelledby={model.isLabelShown ? headingId : undefined}>
      {model.isLabelShown && (
        <h2 id={headingId} className="card-title">
          {label}
        </h2>
      )}
      <div className="cells" style={{ gridTemplateColumns: `repeat(${model.columnCount}, minmax(0, 1fr))` }}>
        {model.rows.flat().map(
          (cell) =>
            cell.control && (
              <div key={cell.id} style={{ gridColumn: `span ${Math.min(cell.colSpan, model.columnCount)}` }}>
                <Field session={session} cell={cell} model={cell.control} />
              </div>
            ),
        )}
      </div>
    </section>
  );
};
