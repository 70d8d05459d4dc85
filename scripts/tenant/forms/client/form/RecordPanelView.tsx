import { DefaultButton, Panel, PanelType, PrimaryButton, Spinner } from "@fluentui/react";
import * as React from "react";
import type { Services } from "../app/Services";
import type { RecordPanel } from "../app/Shell";
import { useSignal } from "../app/useSignal";
import type { FormSession } from "../session/FormSession";
import { Problem } from "../shell/Problem";
import { RecordForm } from "./RecordForm";
import { saveFrom } from "./saveFrom";
import { useSession } from "./useSession";

const PanelCommands: React.FC<{ session: FormSession; panel: RecordPanel }> = ({ session, panel }) => {
  const { page } = session;
  useSignal(page.changed);
  const saveAndClose = async (): Promise<void> => {
    const outcome = await saveFrom(session, "saveandclose");
    if (outcome.kind === "saved")
      panel.close({ entityType: page.description.table.logicalName, id: outcome.id, name: page.title });
  };
  return (
    <div className="panel-commands">
      <PrimaryButton text="Save & Close" disabled={page.isBusy} onClick={() => void saveAndClose()} />
      <DefaultButton text="Cancel" onClick={() => panel.close(null)} />
    </div>
  );
};

/** A record opened beside the page, to add or change it without leaving. */
export const RecordPanelView: React.FC<{ services: Services; panel: RecordPanel }> = ({ services, panel }) => {
  const session = useSession(services, panel.address, () => panel.close(null));
  const isReady = session !== null && !(session instanceof Error);
  const name = isReady ? session.page.description.table.displayName : "";
  const title = isReady ? session.page.title : "";
  return (
    <Panel
      isOpen
      isFooterAtBottom
      type={PanelType.medium}
      className="record-panel"
      headerText={panel.address.id === undefined ? `New ${name}` : title}
      closeButtonAriaLabel="Close"
      onDismiss={() => panel.close(null)}
      // Suggestions and calendars open outside the panel; a click there must not close it.
      onOuterClick={() => undefined}
      onRenderFooterContent={() => (isReady ? <PanelCommands session={session} panel={panel} /> : null)}
    >
      {session === null && <Spinner label="Loading…" />}
      {session instanceof Error && <Problem title="The form cannot be opened" text={session.message} />}
      {isReady && <RecordForm session={session} isInPanel />}
    </Panel>
  );
};
