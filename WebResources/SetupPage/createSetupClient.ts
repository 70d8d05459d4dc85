import { create, retrieveMultiple, unboundAction, update, WebApiConfig } from "xrm-webapi";
import type { Reply, Row, SetupClient } from "./SetupClient";
import { strings } from "./strings";

const apiVersion = "9.2";

/** Error codes of Dataverse that stand for a missing privilege: of the role, and of the record. */
const forbidden = ["0x80040220", "0x80042f09", "0x80048306"];

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

// xrm-webapi rejects with the OData error body, or with a bare Error when there was no body to parse.
const toWords = (reason: unknown): string => {
  const { code, message } = (typeof reason === "object" && reason !== null ? reason : {}) as Row;
  if (forbidden.includes(toText(code).toLowerCase())) return strings.requests.forbidden;
  return toText(message) === "" ? strings.requests.failed : strings.requests.refused(toText(message));
};

const attempt = async <Value>(request: (config: WebApiConfig) => Promise<Value>): Promise<Reply<Value>> => {
  try {
    // A new configuration for each call: xrm-webapi overwrites the address in the one it is given.
    return { kind: "done", value: await request(new WebApiConfig(apiVersion)) };
  } catch (reason) {
    return { kind: "failed", words: navigator.onLine ? toWords(reason) : strings.requests.offline };
  }
};

const parse = (answer: Row): Row => {
  const parsed: unknown = JSON.parse(toText(answer["Response"]));
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
