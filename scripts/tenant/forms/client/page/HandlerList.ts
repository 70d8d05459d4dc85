/** A function of a form script; its first argument is the execution context. */
export type Handler = (...values: unknown[]) => unknown;

interface Entry {
  handler: Handler;
  /** Further arguments, from the form designer. */
  parameters: readonly unknown[];
  passesContext: boolean;
  /** Name for the error dialog. */
  name: string;
}

/** Handlers of one event, in the order they were added. */
export class HandlerList {
  private entries: Entry[] = [];

  /** Adding a function that is there already changes nothing. */
  add(
    handler: Handler,
    { parameters = [], passesContext = true, name = handler.name }: Partial<Omit<Entry, "handler">> = {},
  ): void {
    if (!this.entries.some((entry) => entry.handler === handler && parameters.length === 0))
      this.entries.push({ handler, parameters, passesContext, name });
  }

  remove(handler: Handler): void {
    this.entries = this.entries.filter((entry) => entry.handler !== handler);
  }

  /** Calls every handler; one that throws is told to `onError` and does not stop the others. */
  run(context: unknown, onError: (name: string, error: unknown) => void): void {
    for (const { handler, parameters, passesContext, name } of [...this.entries]) {
      try {
        const result = handler(...(passesContext ? [context] : []), ...parameters);
        // An asynchronous handler is not waited for: apps wait only when their maker switched that on.
        if (result instanceof Promise) result.catch((error: unknown) => onError(name, error));
      } catch (error) {
        onError(name, error);
      }
    }
  }
}
