import type { DirectSandbox } from "../../../scripts/tenant/partnerCenter/answerDirectly";
import type { HttpAnswer, HttpCall } from "./FakeHost";

/** The port in addresses of a sandbox that has no socket. */
export const socketlessPort = 4281;

/** The engine's HTTP, answered by a sandbox without a socket between. */
export const sendToSandbox =
  ({ sandbox }: DirectSandbox) =>
  async ({ method, url, headers, body }: HttpCall): Promise<HttpAnswer> => {
    const { pathname, searchParams, host } = new URL(url);
    const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
    const answer = await sandbox.answer({
      method,
      path: pathname,
      query: searchParams,
      headers: { ...Object.fromEntries(names), host },
      body: body ?? "",
    });
    if (answer.kind === "neverAnswered") return { refused: "http.timeout" };
    if (answer.kind === "connectionCut") return { refused: "http.network" };
    return { status: answer.status, headers: answer.headers, body: answer.body };
  };
