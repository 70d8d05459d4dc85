import { createDataClient } from "./createDataClient";
import type { Question } from "./guardVisibility";
import { readCheckMarkSetting } from "./readCheckMarkSetting";
import { startCoSell } from "./startCoSell";

// A custom API ends after two minutes at the latest; no answer can come after that.
const timeoutMs = 122_000;

const isOnline = (): boolean => {
  const { client } = Xrm.Utility.getGlobalContext();
  return !client.isOffline() && client.isNetworkAvailable();
};

const ask = async ({ title, text, confirm, cancel }: Question): Promise<boolean> => {
  try {
    const strings = { title, text, confirmButtonLabel: confirm, cancelButtonLabel: cancel };
    return (await Xrm.Navigation.openConfirmDialog(strings)).confirmed;
  } catch {
    // A question that could not be asked was not agreed to.
    return false;
  }
};

const once = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
  let value: Promise<Value> | undefined;
  return () => (value ??= read());
};

const client = createDataClient({ isOnline, timeoutMs });
const settings = once(async () => ({ isCheckMarkShown: await readCheckMarkSetting(client) }));

// The platform may run OnLoad again for the same form, as after the first save of a new record.
const started = new WeakSet<Xrm.FormContext>();

/** OnLoad of the Opportunity main form; takes the execution context as first parameter. */
export const onLoad = (executionContext: Xrm.Events.LoadEventContext): void => {
  const form = executionContext.getFormContext();
  if (started.has(form)) return;
  started.add(form);
  startCoSell({ form, client, settings, ask });
};
