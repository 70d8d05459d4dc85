import { localPartner } from "../../../../../scripts/tenant/partnerCenter/localPartner";
import { columns, customApis, environmentVariables, tables } from "../../../../../Solution/engine/domain/schema";
import type { SignInAnswer } from "../../../../../Solution/engine/domain/signIn/SignInAnswer";
import type { Json } from "../../../../../Solution/engine/domain/values/Json";
import { createDirectSandbox, type DirectSandbox } from "../../../../scripts/tenant/partnerCenter/answerDirectly";
import { startOfTime } from "../../../../scripts/tenant/partnerCenter/startSandbox";
import { FakeHost } from "../../support/FakeHost";
import { runEngine } from "../../support/runEngine";
import { sendToSandbox, socketlessPort } from "../../support/sendToSandbox";

export const redirectUri = "https://contoso.crm.dynamics.com/WebResources/cosell_/admin/connected.html";
const { connection } = columns;

/** The engine over the bridge, with the sandbox's sign-in pages and a person in front of them. */
export class SignInWorld {
  readonly direct: DirectSandbox = createDirectSandbox();
  readonly host = new FakeHost(sendToSandbox(this.direct));
  /** Everything the engine gave back, as text. */
  readonly said: string[] = [];

  constructor() {
    const { client, tenantId } = localPartner;
    this.host.nowMs = startOfTime;
    this.host.env[environmentVariables.partnerCenterCloudProfile.schemaName] = `Local sandbox:${socketlessPort}`;
    this.host.env[environmentVariables.partnerCenterTenantId.schemaName] = tenantId;
    this.host.env[environmentVariables.partnerCenterClientId.schemaName] = client.clientId;
    this.host.secret = client.clientSecret;
    this.host.set(tables.connection.logicalName, { [connection.refreshToken]: null });
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

  /** A person on the sign-in page; what the browser brings back from it. */
  async signInAt(address: string, choice: Record<string, string> = {}): Promise<{ Code: string; State: string }> {
    const fields = { person: localPartner.user.name, decision: "accept", mfa: "on", ...choice };
    const { headers } = await this.press(address, fields);
    const back = new URL(headers["location"] ?? "");
    return { Code: back.searchParams.get("code") ?? "", State: back.searchParams.get("state") ?? "" };
  }

  async typeCode(address: string, code: string, choice: Record<string, string> = {}): Promise<void> {
    await this.press(address, { person: localPartner.user.name, decision: "accept", mfa: "on", code, ...choice });
  }

  /** From beginning to end, as the standard person. */
  async signIn(): Promise<SignInAnswer> {
    const begun = await this.connect("start", { RedirectUri: redirectUri });
    return this.connect("finish", await this.signInAt(begun.authorizeUrl ?? ""));
  }

  private async press(address: string, fields: Record<string, string>): Promise<{ headers: Record<string, string> }> {
    const { pathname, searchParams, host } = new URL(address);
    const headers = { "content-type": "application/x-www-form-urlencoded", host };
    const body = new URLSearchParams(fields).toString();
    const request = { method: "POST", path: pathname, query: searchParams, headers, body };
    const answer = await this.direct.sandbox.answer(request);
    if (answer.kind !== "answered") throw new Error(answer.kind);
    return { headers: answer.headers };
  }
}
