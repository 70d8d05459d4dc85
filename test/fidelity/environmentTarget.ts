import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { customApis } from "../../Solution/engine/domain/schema";
import { describeFailure } from "../../scripts/environment/describeFailure";
import { EnvironmentProblem } from "../../scripts/environment/EnvironmentProblem";
import { withRetry } from "../../scripts/environment/retry";
import { createSignIn, type SignInOptions } from "../../scripts/environment/signIn";
import type { FidelityTarget, Seen, TargetRequest } from "./FidelityTarget";
import { sendOver } from "./localTarget";
import { makeFixture } from "./makeFixture";
import { sendText } from "./runCheck";

export interface EnvironmentTargetOptions extends SignInOptions {
  /** Whether checks may make rows; all that were made go again when the target is closed. */
  mayWrite: boolean;
}

/** A real environment, signed in. Rejects with an `EnvironmentProblem`. */
export async function openEnvironmentTarget(options: EnvironmentTargetOptions): Promise<FidelityTarget> {
  const { address, say, mayWrite } = options;
  const words = (error: unknown): never => {
    throw describeFailure(error, address);
  };
  const root = `${address}/api/data/v9.2/`;
  const token = await createSignIn(options).catch(words);
  const made: string[] = [];
  const send = async (request: TargetRequest): Promise<Seen> => {
    const headers = {
      "odata-version": "4.0",
      "odata-maxversion": "4.0",
      accept: "application/json",
      authorization: `Bearer ${await token()}`,
      ...request.headers,
    };
    const sendOnce = async (): Promise<Seen> => {
      const seen = await sendOver(root, { ...request, headers });
      // Every other answer is what is asked for.
      if (seen.status === 429)
        throw Object.assign(new Error(seen.text), { status: 429, headers: Object.fromEntries(seen.headers) });
      return seen;
    };
    const rules = { say, wait: (ms: number) => delay(ms), nowMs: Date.now, isRepeatable: request.method === "GET" };
    const seen = await withRetry(sendOnce, rules).catch(words);
    if (request.method !== "GET") made.push(...rowsIn(seen));
    return seen;
  };
  const mark = `(fidelity ${randomUUID().slice(0, 8)})`;
  const target = { root, send, marked: (text: string) => withMark(text, mark) };
  const ids = await readIds(target);
  const isInstalled = await holdsAny(
    target,
    `customapis?$select=uniquename&$filter=uniquename eq '${customApis.checkHealth}'`,
  );
  if (!isInstalled) say("The connector is not installed there: what needs it is left out.");
  const close = () => removeRows(target, made, mark, say);
  const fixture = mayWrite
    ? await makeFixture(target, ids["euro"] ?? "", false).catch(async (error: unknown) => {
        await close();
        throw error;
      })
    : {};
  return {
    ...target,
    asAdministrator: {},
    ids: { ...ids, ...fixture },
    runs: ["anywhere", ...(isInstalled ? (["installed"] as const) : []), ...(mayWrite ? (["rows"] as const) : [])],
    close,
  };
}

/** Checks say `(sample)`, in patterns `\(sample\)`. */
const withMark = (text: string, mark: string): string =>
  text.replaceAll("(sample)", mark).replaceAll("\\(sample\\)", mark.replace("(", "\\(").replace(")", "\\)"));

type Sender = Pick<FidelityTarget, "send">;

/** Such as `accounts(00000000-0000-0000-0000-000000000001)`; a batch tells of each in its text. */
function rowsIn({ status, headers, text }: Seen): string[] {
  const told = status === 200 ? [...text.matchAll(/OData-EntityId: (\S+)/gi)].map(([, address = ""]) => address) : [];
  return [...told, headers.get("odata-entityid") ?? ""].flatMap(
    (address) => /(\w+\([0-9a-f-]{36}\))$/.exec(address)?.[1] ?? [],
  );
}

async function readIds(target: Sender): Promise<Record<string, string>> {
  const read = async (address: string): Promise<Record<string, unknown>> => {
    const { status, text, json } = await sendText(target, `GET ${address}`);
    if (status !== 200 || typeof json !== "object" || json === null)
      throw new EnvironmentProblem(
        `The environment answers ${status} to ${address}: ${text.slice(0, 300)}`,
        "Sign in as a user with the role System Administrator; a System Administrator of the environment gives it.",
      );
    return json as Record<string, unknown>;
  };
  const first = async (address: string): Promise<Record<string, unknown>> =>
    ((await read(address))["value"] as Record<string, unknown>[])[0] ?? {};
  const { UserId } = await read("WhoAmI");
  const table = await read("EntityDefinitions(LogicalName='account')?$select=MetadataId");
  const column = await read(
    "EntityDefinitions(LogicalName='account')/Attributes(LogicalName='customertypecode')?$select=MetadataId",
  );
  const currency = await first("transactioncurrencies?$select=isocurrencycode&$top=1");
  return {
    me: String(UserId),
    table: String(table["MetadataId"]),
    column: String(column["MetadataId"]),
    euro: String(currency["transactioncurrencyid"]),
  };
}

async function holdsAny(target: Sender, address: string): Promise<boolean> {
  const { json } = await sendText(target, `GET ${address}`);
  return ((json as { value?: unknown[] } | undefined)?.value ?? []).length > 0;
}

/** Rows that were made, the newest first, and then those that came with them and bear the mark. */
async function removeRows(
  target: Sender,
  made: readonly string[],
  mark: string,
  say: (line: string) => void,
): Promise<void> {
  const remove = async (row: string): Promise<void> => {
    const { status, text } = await sendText(target, `DELETE ${row}`);
    if (status !== 204 && status !== 404)
      say(`${row} was made here and could not be deleted (${status}): ${text.slice(0, 200)}. Delete it by hand.`);
  };
  for (const row of [...new Set(made)].reverse()) await remove(row);
  const marked = { opportunities: "name", contacts: "lastname", accounts: "name", leads: "lastname" };
  for (const [set, column] of Object.entries(marked)) {
    const { json } = await sendText(target, `GET ${set}?$select=${column}&$filter=contains(${column},'${mark}')`);
    const id = set === "opportunities" ? "opportunityid" : `${set.slice(0, -1)}id`;
    for (const row of (json as { value?: Record<string, string>[] } | undefined)?.value ?? [])
      await remove(`${set}(${row[id] ?? ""})`);
  }
}
