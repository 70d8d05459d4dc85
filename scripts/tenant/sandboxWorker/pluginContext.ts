import type { PluginInvocation } from "./PluginRunner";

/** The execution context as the worker process reads it: numbers where the platform's enumerations are numbers. */
export function pluginContext(invocation: PluginInvocation): object {
  const context: Partial<PluginInvocation> = { ...invocation };
  delete context.assembly;
  return { ...context, mode: invocation.mode === "asynchronous" ? 1 : 0 };
}
