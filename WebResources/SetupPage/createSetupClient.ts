import { create, retrieveMultiple, unboundAction, update, type WebApiConfig } from "xrm-webapi";
import { forbiddenCodes, newWebApiConfig, readWebApiError } from "../shared/webApi";
import type { Reply, RequestFailure, Row, SetupClient } from "./SetupClient";
import { strings } from "./strings";

const toFailure = (reason: unknown): RequestFailure => {
  if (!navigator.onLine) return { kind: "failed", words: strings.requests.offline };
  const { code, message } = readWebApiError(reason);
  if (forbiddenCodes.includes(code)) return { kind: "failed", words: strings.requests.forbidden, isForbidden: true };
  return { kind: "failed", words: message === "" ? strings.requests.failed : strings.requests.refused(message) };
};

const attempt = async <Value>(request: (config: WebApiConfig) => Promise<Value>): Promise<Reply<Value>> => {
  try {
    return { kind: "done", value: await request(newWebApiConfig()) };
  } catch (reason) {
    return toFailure(reason);
  }
};

const parse = (answer: Row): Row => {
  const parsed: unknown = JSON.parse(answer["Response"] as string);
  return typeof parsed === "object" && parsed !== null ? (parsed as Row) : {};
};

/** {@link SetupClient} over xrm-webapi, which finds the address of the environment through `Xrm`. */
export const createSetupClient = (): SetupClient => ({
  call: (customApi, parameters) =>
    attempt(async (config) => parse((await unboundAction(config, customApi, parameters)) as Row)),
  rows: (entitySetName, query) =>
    attempt(async (config) => (await retrieveMultiple(config, entitySetName, query)).value),
  create: (entitySetName, row) => attempt(async (config) => create(config, entitySetName, { ...row })),
  update: (entitySetName, id, row) => attempt(async (config) => update(config, entitySetName, id, { ...row })),
});
