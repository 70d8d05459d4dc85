import type { FormContext } from "./formContext";
import { onlySupported } from "./onlySupported";

/** What a handler gets as its first argument; made anew for each event, so that shared variables end with it. */
export function createExecutionContext(formContext: FormContext, eventArgs: object, eventSource: unknown): object {
  const shared = new Map<string, unknown>();
  return onlySupported("executionContext", {
    getFormContext: () => formContext,
    getEventSource: () => eventSource,
    getEventArgs: () => onlySupported("eventArgs", eventArgs),
    getDepth: () => 1,
    getSharedVariable: (key: string) => shared.get(key),
    setSharedVariable: (key: string, value: unknown) => {
      shared.set(key, value);
    },
  });
}
