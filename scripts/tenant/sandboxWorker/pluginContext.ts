import type { PluginInvocation } from "./PluginRunner";

/** The execution context as the worker process reads it: numbers where the platform's enumerations are numbers. */
export function pluginContext({ assembly, typeName, configuration, mode, ...context }: PluginInvocation): object {
  return { ...context, mode: mode === "asynchronous" ? 1 : 0 };
}
