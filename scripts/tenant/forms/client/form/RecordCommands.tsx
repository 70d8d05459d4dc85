import * as React from "react";
import { recordAddress } from "../app/addresses";
import { useSignal } from "../app/useSignal";
import type { CommandScope } from "../commands/CommandScope";
import { useSolutionCommands } from "../commands/useSolutionCommands";
import type { FormSession } from "../session/FormSession";
import { CommandStrip, type Command } from "../shell/CommandStrip";
import { deleteFrom } from "./deleteFrom";
import { refreshFrom } from "./refreshFrom";
import { saveFrom } from "./saveFrom";

async function saveAndClose(session: FormSession): Promise<void> {
  const outcome = await saveFrom(session, "saveandclose");
  if (outcome.kind === "saved") session.close();
}

function commandsOf(session: FormSession): Command[] {
  const { page } = session;
  const isDisabled = page.isBusy;
  const isUnsaveable = isDisabled || page.readOnlyReason !== null;
  const create = recordAddress({ table: page.description.table.logicalName });
  const existing: Command[] = [
    { key: "new", text: "New", icon: "Add", run: () => location.assign(create) },
    { key: "delete", text: "Delete", icon: "Delete", isDisabled, run: () => void deleteFrom(session) },
    { key: "refresh", text: "Refresh", icon: "Refresh", isDisabled, run: () => void refreshFrom(session) },
  ];
  return [
    { key: "back", text: "Go back", icon: "Back", isIconOnly: true, run: () => session.close() },
    { key: "save", text: "Save", icon: "Save", isDisabled: isUnsaveable, run: () => void saveFrom(session, "save") },
    {
      key: "saveAndClose",
      text: "Save & Close",
      icon: "SaveAndClose",
      isDisabled: isUnsaveable,
      run: () => void saveAndClose(session),
    },
    ...(page.id === null ? [] : existing),
  ];
}

function scopeOf({ page, formContext }: FormSession): CommandScope {
  const openState = page.readOnlyReason === null ? "Existing" : page.isClosed ? "Disabled" : "ReadOnly";
  return {
    table: page.description.table.logicalName,
    recordId: page.id,
    selectedIds: [],
    control: formContext,
    valueOf: (column) => page.columns.get(column)?.value,
    formState: page.id === null ? "Create" : openState,
  };
}

/** What commands are about; another object whenever their rules are to be asked again. */
function useScope(session: FormSession): CommandScope {
  const [scope, setScope] = React.useState(() => scopeOf(session));
  React.useEffect(() => {
    setScope(scopeOf(session));
    return session.page.commandsOutdated.listen(() => setScope(scopeOf(session)));
  }, [session]);
  return scope;
}

/** What can be done with the record, over the form. */
export const RecordCommands: React.FC<{ session: FormSession }> = ({ session }) => {
  useSignal(session.page.changed);
  const ofSolutions = useSolutionCommands(session.services, "form", useScope(session));
  const isDisabled = session.page.isBusy;
  const commands = [...commandsOf(session), ...ofSolutions.map((command) => ({ ...command, isDisabled }))];
  return <CommandStrip label="Commands" className="commands" commands={commands} />;
};
