/** The host's global function, as the engine calls it. */
export type HostFunction = (op: string, argsJson: string) => string | Promise<string>;

/** Gives one request to the engine. */
export type HandleRequest = (host: HostFunction, requestJson: string) => Promise<string>;

/**
 * Evaluates the engine's bundle once for many runs. The script reads `__host` when a request begins and never again, so each
 * run has a host function of its own.
 */
export const loadEngine = (code: string): HandleRequest => {
  const source = `let __host; const world = {};
(function (globalThis) { ${code}
})(world);
return (host, requestJson) => { __host = host; return world.CoSellEngine.handle(requestJson); };`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- as the plug-in host evaluates the web resource
  return new Function(source)() as HandleRequest;
};
