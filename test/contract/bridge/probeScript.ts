/**
 * Stands for the engine script: makes the bridge calls it is told to and answers with what they gave. Written in the
 * JavaScript of the bundle, ES2022 in one classic script.
 */
export const probeScript = `(() => {
  const host = async (op, args) => JSON.parse(await __host(op, typeof args === "string" ? args : JSON.stringify(args)));
  globalThis.CoSellEngine = {
    hostApi: 1,
    async handle(requestJson) {
      const { inputParameters } = JSON.parse(requestJson);
      const answers = [];
      for (const [op, args] of JSON.parse(inputParameters.Calls)) answers.push(await host(op, args));
      return JSON.stringify({ outputParameters: { Answers: JSON.stringify(answers), Request: requestJson } });
    },
  };
})();`;

/** A script whose handle does what the text says; `request` and `host(op, args)` are in reach. */
export const scriptThat = (body: string): string => `(() => {
  const host = async (op, args) => JSON.parse(await __host(op, JSON.stringify(args)));
  globalThis.CoSellEngine = { hostApi: 1, async handle(requestJson) { const request = JSON.parse(requestJson); ${body} } };
})();`;
