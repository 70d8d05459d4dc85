import { EnvironmentProblem } from "./EnvironmentProblem";

/** What `dynamics-web-api` rejects with: a refusal with a status, or a failure of the network with a code such as ECONNREFUSED. */
export interface RequestFailure {
  status?: number;
  code?: string;
  message: string;
  headers?: Readonly<Record<string, string | undefined>>;
}

export function toRequestFailure(error: unknown): RequestFailure {
  if (typeof error !== "object" || error === null) return { message: String(error) };
  const { status, code, message, headers } = error as Partial<RequestFailure>;
  return {
    ...(typeof status === "number" && { status }),
    ...(typeof code === "string" && { code }),
    ...(headers && { headers }),
    message: message ?? code ?? "no words were given",
  };
}

/** Words for a request that failed for good. */
export function describeFailure(error: unknown, address: string): EnvironmentProblem {
  if (error instanceof EnvironmentProblem) return error;
  const failure = toRequestFailure(error);
  return failure.status === undefined ? networkProblem(failure, address) : refusalProblem(failure, address);
}

function networkProblem({ code, message }: RequestFailure, address: string): EnvironmentProblem {
  const { host } = new URL(address);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return new EnvironmentProblem(
      `No server is called ${host}.`,
      "Check the address: Power Platform admin center, Manage, Environments, your environment, Environment URL. If it is right, check this machine's network.",
    );
  if (code?.startsWith("CERT_") || code?.includes("SELF_SIGNED") || code === "UNABLE_TO_VERIFY_LEAF_SIGNATURE")
    return new EnvironmentProblem(
      `The certificate of ${host} is not trusted here (${message}).`,
      "Where your network inspects https, your network administrator gives you its certificate; set NODE_EXTRA_CA_CERTS to that file.",
    );
  return new EnvironmentProblem(
    `${host} does not answer (${message}).`,
    "Try again. If it stays so, check this machine's network and proxy (https_proxy); a Power Platform administrator sees in the admin center whether the environment is down or disabled.",
  );
}

function refusalProblem(failure: RequestFailure, address: string): EnvironmentProblem {
  const { status, code, message } = failure;
  const { host } = new URL(address);
  const told = `${host}: ${message}${code ? ` (${code})` : ""}`;
  const [, privilege] = /\b(prv\w+)/.exec(message) ?? [];
  if (privilege)
    return new EnvironmentProblem(
      `The signed-in user lacks the privilege ${privilege} in ${host}.`,
      `A System Administrator of the environment gives that user a security role that has it: ${roleWith(privilege)}.`,
    );
  if (status === 401)
    return new EnvironmentProblem(
      `The environment does not accept the sign-in. ${told}`,
      "Sign in anew; where DATAVERSE_ACCESS_TOKEN is set, make a new token for this very address. The account must be of the environment's own tenant.",
    );
  if (status === 403)
    return new EnvironmentProblem(
      `The signed-in user may not do this. ${told}`,
      "A System Administrator adds the user to the environment (Power Platform admin center, your environment, Settings, Users + permissions; apps under Application users) and gives it the role System Customizer.",
    );
  if (status === 404 && !code)
    return new EnvironmentProblem(
      `There is no Dataverse Web API at ${address}.`,
      "Check the address: Power Platform admin center, Manage, Environments, your environment, Environment URL.",
    );
  if (status === 429)
    return new EnvironmentProblem(
      `The environment takes no more requests for now. ${told}`,
      "Wait some minutes and try again; if something else of yours calls it all the time, its owner slows that down.",
    );
  if (status !== undefined && status >= 500)
    return new EnvironmentProblem(
      `The environment failed to answer (${status}). ${told}`,
      "Try again in some minutes. If it stays so, a Power Platform administrator looks at Service health in the admin center, or asks Microsoft.",
    );
  return new EnvironmentProblem(
    `The environment refused the request. ${told}`,
    "The words after the address are its own. A System Administrator of the environment can look further.",
  );
}

/** The least role of the platform or of this solution that has a privilege. */
const roleWith = (privilege: string): string =>
  /cosell_/i.test(privilege) ? "Co-sell Integration" : "System Customizer (or System Administrator)";
