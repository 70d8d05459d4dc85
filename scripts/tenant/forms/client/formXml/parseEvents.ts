import { elementsAt, isTrue, toGuid } from "../xml/readXml";
import type { EventModel, HandlerModel } from "./FormModel";

const parseHandler = (handler: Element): HandlerModel => ({
  functionName: handler.getAttribute("functionName") ?? "",
  library: handler.getAttribute("libraryName") ?? "",
  isEnabled: isTrue(handler, "enabled", true),
  passesExecutionContext: isTrue(handler, "passExecutionContext", false),
  parameters: handler.getAttribute("parameters") ?? "",
});

function parseEvent(event: Element, tabId: string | null): EventModel {
  return {
    name: (event.getAttribute("name") ?? "").toLowerCase(),
    column: event.getAttribute("attribute"),
    tabId,
    handlers: elementsAt(event, "Handlers/Handler").map(parseHandler),
  };
}

/** Events of the form and of its tabs. Microsoft's own (InternalHandlers) belong to their product and are left out. */
export function parseEvents(form: Element): EventModel[] {
  const ofForm = elementsAt(form, "events/event").map((event) => parseEvent(event, null));
  const ofTabs = elementsAt(form, "tabs/tab").flatMap((tab) =>
    elementsAt(tab, "events/event").map((event) => parseEvent(event, toGuid(tab.getAttribute("id") ?? ""))),
  );
  return [...ofForm, ...ofTabs];
}
