import { Callout, DirectionalHint, IconButton, Link } from "@fluentui/react";
import * as React from "react";
import { recordAddress } from "../app/addresses";
import { Field } from "../controls/Field";
import { isLookup } from "../page/ColumnValue";
import type { PageColumn } from "../page/PageColumn";
import { formatColumn } from "../pcf/formatColumn";
import type { FormSession } from "../session/FormSession";

const HeaderValue: React.FC<{ column: PageColumn }> = ({ column }) => {
  const [row] = isLookup(column.value) ? column.value : [];
  if (row) return <Link href={recordAddress({ table: row.entityType, id: row.id })}>{row.name}</Link>;
  return <>{formatColumn(column) || "---"}</>;
};

/** The header's columns to read at a glance, and to edit behind the chevron. */
export const HeaderFields: React.FC<{ session: FormSession }> = ({ session }) => {
  const [isOpen, setIsOpen] = React.useState(false);
  const anchor = React.useRef<HTMLDivElement>(null);
  const cells = session.page.form.header;
  return (
    <div ref={anchor} className="header-fields">
      {cells.map(({ id, control: model }) => {
        const control = session.page.controls.get(model?.id ?? "");
        const column = session.page.columns.get(model?.column ?? "");
        if (!control?.isVisible || !column) return null;
        return (
          <div key={id} className="header-field" data-header-column={column.name}>
            <div className="header-value">
              <HeaderValue column={column} />
            </div>
            <div className="header-label">{control.label}</div>
          </div>
        );
      })}
      <IconButton
        iconProps={{ iconName: isOpen ? "ChevronUp" : "ChevronDown" }}
        ariaLabel="More header fields"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <Callout
          target={anchor}
          isBeakVisible={false}
          setInitialFocus
          role="dialog"
          ariaLabel="Header fields"
          directionalHint={DirectionalHint.bottomRightEdge}
          calloutWidth={380}
          onDismiss={() => setIsOpen(false)}
        >
          <div className="header-flyout">
            {cells.map(
              (cell) => cell.control && <Field key={cell.id} session={session} cell={cell} model={cell.control} />,
            )}
          </div>
        </Callout>
      )}
    </div>
  );
};
