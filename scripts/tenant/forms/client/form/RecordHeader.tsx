import { PersonaCoin, PersonaSize } from "@fluentui/react";
import * as React from "react";
import type { FormSession } from "../session/FormSession";
import { HeaderFields } from "./HeaderFields";

function savedWords({ page }: FormSession): string {
  if (page.isBusy) return "Saving…";
  return page.id === null || page.isDirty ? "Unsaved" : "Saved";
}

/** Which record this is, whether it is saved, and the columns the form puts on top. */
export const RecordHeader: React.FC<{ session: FormSession }> = ({ session }) => {
  const { page } = session;
  const { displayName } = page.description.table;
  const title = page.title || `New ${displayName}`;
  return (
    <header className="record-header">
      <PersonaCoin text={title} size={PersonaSize.size48} aria-hidden />
      <div className="record-identity">
        <h1 className="record-title">
          {title}
          <span className="record-saved" role="status" data-saved={savedWords(session)}>
            {" "}
            - {savedWords(session)}
          </span>
        </h1>
        <p className="record-kind">
          {displayName} · {page.formName}
        </p>
      </div>
      {page.form.header.length > 0 && <HeaderFields session={session} />}
    </header>
  );
};
