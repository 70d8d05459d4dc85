import type { PlatformParameter, ScriptCall } from "../../../solution/commandBar/CommandBar";
import { loadScript } from "../session/loadScript";
import { resolveFunction } from "../session/resolveFunction";
import { toXrmId } from "../xrm/ids";
import type { CommandScope } from "./CommandScope";

const platformValues: Readonly<Record<PlatformParameter, (scope: CommandScope) => unknown>> = {
  PrimaryControl: ({ control }) => control,
  SelectedControl: ({ control }) => control,
  FirstPrimaryItemId: ({ recordId }) => (recordId === null ? null : toXrmId(recordId)),
  PrimaryItemIds: ({ recordId }) => (recordId === null ? [] : [toXrmId(recordId)]),
  PrimaryEntityTypeName: ({ table }) => table,
  SelectedEntityTypeName: ({ table }) => table,
  FirstSelectedItemId: ({ selectedIds: [first] }) => first ?? null,
  SelectedControlSelectedItemCount: ({ selectedIds }) => selectedIds.length,
  // Lists give ids without braces, unlike forms.
  SelectedControlSelectedItemIds: ({ selectedIds }) => [...selectedIds],
  SelectedControlSelectedItemReferences: ({ selectedIds, table }) =>
    selectedIds.map((id) => ({ Id: id, Name: null, TypeName: table })),
};

/** Loads the library and calls its function, as a command or a rule asks. */
export async function callScript({ library, functionName, parameters }: ScriptCall, scope: CommandScope) {
  await loadScript(`/WebResources/${library}`);
  const values = parameters.map((each) => (each.kind === "literal" ? each.value : platformValues[each.name](scope)));
  return resolveFunction(functionName)(...values);
}
