import type { EventModel, HandlerModel } from "../formXml/FormModel";
import type { HandlerList } from "../page/HandlerList";
import type { FormSession } from "./FormSession";
import { loadScript } from "./loadScript";
import { resolveFunction } from "./resolveFunction";

function listOf({ page }: FormSession, event: EventModel): HandlerList | undefined {
  switch (event.name) {
    case "onload":
      return page.events.load;
    case "onsave":
      return page.events.save;
    case "onchange":
      return page.columns.get(event.column ?? "")?.onChange;
    case "tabstatechange":
      return page.tabs.find(({ model }) => model.id === event.tabId)?.onStateChange;
    default:
      return undefined;
  }
}

/** Why an event has no place on this form. */
function toRefusal({ name, column, tabId }: EventModel): string {
  if (name === "onchange") return `The form does not have the column "${column ?? ""}" whose change is to be handled.`;
  if (name === "tabstatechange") return `The form does not have the tab ${tabId ?? ""} whose change is to be handled.`;
  return `The form event "${name}" is not supported by the local tenant.`;
}

/** The designer stores further arguments as comma-separated literals. */
const parseParameters = (text: string): unknown[] => (text.trim() === "" ? [] : (JSON.parse(`[${text}]`) as unknown[]));

function attach(list: HandlerList, model: HandlerModel): void {
  const { functionName: name, passesExecutionContext: passesContext } = model;
  list.add(resolveFunction(name), { name, passesContext, parameters: parseParameters(model.parameters) });
}

/** Loads the form's libraries in order, then ties its handlers to their events. What fails is told; the form still opens. */
export async function attachHandlers(session: FormSession): Promise<void> {
  const { form } = session.page;
  for (const library of form.libraries)
    await loadScript(`/WebResources/${library}`).catch((error: unknown) => session.reportHandlerError(library, error));
  for (const event of form.events) {
    const list = listOf(session, event);
    for (const handler of event.handlers.filter(({ isEnabled }) => isEnabled)) {
      try {
        if (!list) throw new Error(toRefusal(event));
        attach(list, handler);
      } catch (error) {
        session.reportHandlerError(handler.functionName, error);
      }
    }
  }
}
