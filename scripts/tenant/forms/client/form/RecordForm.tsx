import * as React from "react";
import { useSignal } from "../app/useSignal";
import type { FormSession } from "../session/FormSession";
import { FormNotifications } from "./FormNotifications";
import { RecordHeader } from "./RecordHeader";
import { TabBody } from "./TabBody";
import { TabStrip } from "./TabStrip";

/** An open record on its form, without the commands around it; in a panel, the panel says which record it is. */
export const RecordForm: React.FC<{ session: FormSession; isInPanel?: boolean }> = ({ session, isInPanel = false }) => {
  const { page } = session;
  const hasTabs = !isInPanel || page.tabs.filter(({ isVisible }) => isVisible).length > 1;
  useSignal(page.changed);
  return (
    <div className="record-form" data-table={page.description.table.logicalName} data-record={page.id ?? "new"}>
      <FormNotifications page={page} />
      {hasTabs && (
        <div className="record-top">
          {!isInPanel && <RecordHeader session={session} />}
          <TabStrip session={session} />
        </div>
      )}
      {page.tabs.map((tab) => (
        <TabBody key={tab.model.id} session={session} tab={tab} />
      ))}
    </div>
  );
};
