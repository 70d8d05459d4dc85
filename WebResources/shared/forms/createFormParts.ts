import { loadLanguage } from "../language/loadLanguage";
import { createDataClient } from "./createDataClient";
import type { DataClient } from "./DataClient";
import type { Question } from "./Question";
import { readCheckMarkSetting } from "./readCheckMarkSetting";
import type { NoticeSettings } from "./toNotice";

/** What the script of a form of a deal works with. */
export interface FormParts {
  form: Xrm.FormContext;
  client: DataClient;
  settings: () => Promise<NoticeSettings>;
  /** Asks the seller; false when cancelled, dismissed or impossible to ask. */
  ask: (question: Question) => Promise<boolean>;
}

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

const platformContext = (): Xrm.GlobalContext => Xrm.Utility.getGlobalContext();

/** Reads when it is first asked for, and never again. */
export const once = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
  let value: Promise<Value> | undefined;
  return () => (value ??= read());
};

/** Calls from the page that is open. */
export const createPageClient = (waitMs: number): DataClient => createDataClient({ isOnline, timeoutMs: waitMs });

/** What every form's script needs of the platform. */
export const createFormParts = (): Omit<FormParts, "form"> => {
  const client = createPageClient(timeoutMs);
  // Whoever has something to say asks for the settings first, so the user's language comes with them.
  const readSettings = async (): Promise<NoticeSettings> => {
    const [isCheckMarkShown] = await Promise.all([
      readCheckMarkSetting(client),
      loadLanguage("Forms", platformContext),
    ]);
    return { isCheckMarkShown };
  };
  return { client, settings: once(readSettings), ask };
};

/** A handler of OnLoad, with the execution context as first parameter, that starts each form once. */
export const onceForForm = (start: (form: Xrm.FormContext) => void) => {
  // The platform may run OnLoad again for the same form, as after the first save of a new record.
  const started = new WeakSet<Xrm.FormContext>();
  return (executionContext: Xrm.Events.LoadEventContext): void => {
    const form = executionContext.getFormContext();
    if (started.has(form)) return;
    started.add(form);
    void loadLanguage("Forms", platformContext);
    start(form);
  };
};
