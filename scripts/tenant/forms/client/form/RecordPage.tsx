import { Spinner } from "@fluentui/react";
import * as React from "react";
import { listAddress, recordAddress } from "../app/addresses";
import type { Services } from "../app/Services";
import type { RecordAddress } from "../app/addresses";
import type { FormSession } from "../session/FormSession";
import { Problem } from "../shell/Problem";
import { RecordCommands } from "./RecordCommands";
import { RecordForm } from "./RecordForm";
import { saveFrom } from "./saveFrom";
import { useSession } from "./useSession";

/** Keeps address, title, Ctrl+S and the warning about saveFailure changes in step with the record. */
function usePageHabits(session: FormSession | Error | null): void {
  React.useEffect(() => {
    if (session === null || session instanceof Error) return undefined;
    const { page } = session;
    const follow = (): void => {
      document.title = `${page.title || `New ${page.description.table.displayName}`} - Dynamics 365`;
      if (page.id === null || location.search.includes(page.id)) return;
      const { logicalName: table } = page.description.table;
      history.replaceState(null, "", recordAddress({ table, id: page.id }));
    };
    const warn = (event: BeforeUnloadEvent): void => {
      if (page.isDirty) event.preventDefault();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      if (!page.isBusy) void saveFrom(session, "save");
    };
    follow();
    const stopListening = page.changed.listen(follow);
    window.addEventListener("beforeunload", warn);
    window.addEventListener("keydown", onKeyDown);
    return () => {
      stopListening();
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("keydown", onKeyDown);
    };
  }, [session]);
}

/** The page of one record. */
export const RecordPage: React.FC<{ services: Services; address: RecordAddress }> = ({ services, address }) => {
  const session = useSession(services, address, () => location.assign(listAddress(address.table)));
  usePageHabits(session);
  if (session === null) return <Spinner className="page-wait" label="Loading…" />;
  if (session instanceof Error) return <Problem title="The record cannot be opened" text={session.message} />;
  return (
    <>
      <RecordCommands session={session} />
      <RecordForm session={session} />
    </>
  );
};
