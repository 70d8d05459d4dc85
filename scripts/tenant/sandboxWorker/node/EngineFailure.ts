const administratorImports = "An administrator has to import the Co-sell Connector solution again.";
const lookAtTrace = "Try again; if it stops again, ask your administrator to look at the plug-in trace log.";

/** Why an engine script cannot run or did not end; codes and sense are those of the plug-in host. */
const words = {
  "host.engineMissing": `Synchronization cannot run: the engine script is not in this environment. ${administratorImports}`,
  "host.engineUnreadable": `Synchronization cannot run: the engine script is not readable. ${administratorImports}`,
  "host.engineVersion":
    "Synchronization cannot run: the engine script expects another host API than this host offers, so parts of two versions are mixed. " +
    "An administrator has to import the complete Co-sell Connector solution again.",
  "host.badEngine": `Synchronization cannot run: the engine script is not that of the Co-sell Connector. ${administratorImports}`,
  "host.badAnswer":
    "Synchronization may have ended, but its result cannot be read. Reload the record to see its state; " +
    "ask your administrator to report this with the plug-in trace log.",
  "host.budget": `Synchronization was stopped because it ran longer than it may. ${lookAtTrace}`,
  "host.limit":
    "Synchronization was stopped because the engine script went round in circles. " +
    "Ask your administrator to report this with the plug-in trace log; trying again will not help.",
  "host.unexpected": `Synchronization stopped because of an error inside the Co-sell Connector. ${lookAtTrace}`,
} as const;

export type EngineFailureCode = keyof typeof words;

/** A run that ended without the engine's answer; `details` are for the trace. */
export class EngineFailure extends Error {
  constructor(
    readonly code: EngineFailureCode,
    readonly details: string,
  ) {
    super(`${words[code]} (${code})`);
    this.name = "EngineFailure";
  }
}

export const engineFailure = (code: EngineFailureCode, details = ""): EngineFailure => new EngineFailure(code, details);
