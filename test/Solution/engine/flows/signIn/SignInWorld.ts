import { readSignedIn } from "../../../../../WebResources/SignedInPage/SignedInMessage";
import type { DataverseRow } from "../../../../../Solution/engine/adapters/dataverse/DataverseRow";
import { localPartner } from "../../../../../scripts/tenant/partnerCenter/localPartner";
import { columns, customApis, environmentVariables, tables } from "../../../../../Solution/engine/domain/schema";
import type { SignInAnswer } from "../../../../../Solution/engine/domain/signIn/SignInAnswer";
import { printInstant } from "../../../../../Solution/engine/domain/values/instant";
import type { Json, JsonObject } from "../../../../../Solution/engine/domain/values/Json";
import { createDirectSandbox, type DirectSandbox } from "../../../../scripts/tenant/partnerCenter/answerDirectly";
import { startOfTime } from "../../../../scripts/tenant/partnerCenter/startSandbox";
import { FakeHost } from "../../support/FakeHost";
import { runEngine } from "../../support/runEngine";
import { sendToSandbox, socketlessPort } from "../../support/sendToSandbox";

export const redirectUri = "https://contoso.crm.dynamics.com/WebResources/cosell_/setup/signedIn.html";
const { connection } = columns;

/** A sum, or what sums are grouped by, as the bridge carries it. */
export const aliased = (v: Json): Json => ({ $t: "alias", table: "any", column: "any", v });

/** The engine over the bridge, with the sandbox's sign-in pages and a person in front of them. */
export class SignInWorld {
  readonly direct: DirectSandbox = createDirectSandbox();
  readonly host = new FakeHost(sendToSandbox(this.direct));
  /** Everything the engine gave back, as text. */
  readonly said: string[] = [];

  /** Sums of sync messages, as the self-test asks for them. */
  messages: JsonObject[] = [];
  /** System jobs that did not come to their end, as the self-test asks for them. */
  jobs: JsonObject[] = [];
  solutions = 12;

  constructor() {
    const { client, tenantId } = localPartner;
    this.host.nowMs = startOfTime;
    this.host.env[environmentVariables.partnerCenterCloudProfile.schemaName] = `Local sandbox:${socketlessPort}`;
    this.host.env[environmentVariables.partnerCenterTenantId.schemaName] = tenantId;
    this.host.env[environmentVariables.partnerCenterClientId.schemaName] = client.clientId;
    this.host.secret = client.clientSecret;
    const createdon = { $t: "dt", v: printInstant(startOfTime - 86_400_000) };
    this.host.set(tables.connection.logicalName, { [connection.refreshToken]: null, createdon });
    this.host.query = (fetchXml) => this.sum(fetchXml);
  }

  stored(column: keyof typeof connection): Json {
    return this.host.attribute(tables.connection.logicalName, connection[column]);
  }

  pass(ms: number): void {
    this.host.nowMs += ms;
    this.direct.time.nowMs += ms;
  }

  async ask<Answer>(
    messageName: string,
    inputParameters: Record<string, Json>,
    isInTransaction = true,
  ): Promise<Answer> {
    const answer = await runEngine(this.host, { messageName, inputParameters, isInTransaction });
    this.said.push(JSON.stringify(answer));
    if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
    return JSON.parse(answer.outputParameters["Response"] as string) as Answer;
  }

  connect(Step: string, parameters: Record<string, string> = {}): Promise<SignInAnswer> {
    return this.ask(customApis.connect, { Step, ...parameters });
  }

  /** What tokens were asked for, in order. */
  scopesAsked(): string[] {
    const forms = this.host.httpCalls.filter(({ url }) => url.endsWith("/token"));
    return forms.map(({ body }) => new URLSearchParams(body).get("scope") ?? "");
  }

  /** Values in the memory of the host's process. */
  memory(): string[] {
    const puts = this.host.calls.filter(({ op }) => op === "memo.put");
    return Object.values(Object.fromEntries(puts.map(({ args }) => [String(args["key"]), String(args["value"])])));
  }

  async sync(): Promise<void> {
    this.said.push(JSON.stringify(await runEngine(this.host)));
  }

  /** Answers, traces, and every value of every row but the secured columns. */
  everythingSaid(): string {
    const secured: readonly string[] = [connection.clientSecret, connection.refreshToken, connection.pendingSignIn];
    const writes = this.host.calls.filter(({ op }) => op === "trace" || op.startsWith("org."));
    const unsecured = (name: string, value: unknown): unknown => (secured.includes(name) ? undefined : value);
    return [...this.said, JSON.stringify(writes, unsecured), JSON.stringify(this.host.rows, unsecured)].join(" ");
  }

  /** A person on the sign-in page, who leaves boxes with empty text alone; what the browser brings back from it. */
  async signInAt(address: string, choice: Record<string, string> = {}): Promise<{ Code: string; State: string }> {
    const fields = { person: localPartner.user.name, decision: "accept", mfa: "on", ...choice };
    const { headers } = await this.press(address, fields);
    const back = new URL(headers["location"] ?? "");
    const { code, state } = readSignedIn(back.hash);
    return { Code: code, State: state };
  }

  async typeCode(address: string, code: string, choice: Record<string, string> = {}): Promise<void> {
    await this.press(address, { person: localPartner.user.name, decision: "accept", mfa: "on", code, ...choice });
  }

  /** From beginning to end, as the standard person. */
  async signIn(): Promise<SignInAnswer> {
    const begun = await this.connect("start", { RedirectUri: redirectUri });
    return this.connect("finish", await this.signInAt(begun.authorizeUrl ?? ""));
  }

  private sum(fetchXml: string): DataverseRow[] | null {
    const toRow = (attributes: JsonObject): DataverseRow => ({ $t: "entity", table: "any", attributes });
    if (fetchXml.includes(`<entity name="${tables.message.logicalName}"`)) return this.messages.map(toRow);
    if (fetchXml.includes('<entity name="asyncoperation"')) return this.jobs.map(toRow);
    if (fetchXml.includes(`<entity name="${tables.solutionDetail.logicalName}"`))
      return [toRow({ number: aliased(this.solutions) })];
    return fetchXml.includes('<entity name="account"') ? [] : null;
  }

  private async press(address: string, fields: Record<string, string>): Promise<{ headers: Record<string, string> }> {
    const { pathname, searchParams, host } = new URL(address);
    const headers = { "content-type": "application/x-www-form-urlencoded", host };
    const filled = Object.entries(fields).filter(([, value]) => value !== "");
    const body = new URLSearchParams(filled).toString();
    const request = { method: "POST", path: pathname, query: searchParams, headers, body };
    const answer = await this.direct.sandbox.answer(request);
    if (answer.kind !== "answered") throw new Error(answer.kind);
    return { headers: answer.headers };
  }
}
