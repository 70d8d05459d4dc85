import { localPartner } from "../../../../../scripts/tenant/partnerCenter/localPartner";
import { registrationPlaces } from "../../../../../Solution/engine/domain/dealRegistration/registrationPlaces";
import { choices, columns, environmentVariables, tables } from "../../../../../Solution/engine/domain/schema";
import type { Json } from "../../../../../Solution/engine/domain/values/Json";
import { printInstant } from "../../../../../Solution/engine/domain/values/instant";
import type { EngineRequest } from "../../../../../Solution/engine/flows/EngineRequest";
import { createDirectSandbox, type DirectSandbox } from "../../../../scripts/tenant/partnerCenter/answerDirectly";
import { startOfTime, type WireBody } from "../../../../scripts/tenant/partnerCenter/startSandbox";
import { FakeHost } from "../../support/FakeHost";
import { runEngine } from "../../support/runEngine";
import { sendToSandbox, socketlessPort } from "../../support/sendToSandbox";

const own = columns.opportunity;
const mapping = columns.fieldMapping;
const contract = "/registrations/0/contract";
const solution = "/registrations/0/solutionDetails/0";
const marketplace = `${solution}/marketplaceTransactionDetails`;
export const hourMs = 3_600_000;

type Converter = keyof typeof choices.converter;

/** What an administrator of this company has added to the map: place, converter, and column or constant. */
const rows: readonly (readonly [place: string, converter: Converter, source: string])[] = [
  [`${contract}/value`, "number", "new_contractvalue"],
  [`${contract}/currency`, "currency", "{dealValueCurrencyField}"],
  [`${contract}/term`, "text", "new_term"],
  [`${contract}/signDateTime`, "date", "new_signedon"],
  [`${contract}/startDateTime`, "date", "new_startson"],
  [`${contract}/endDateTime`, "date", "new_endson"],
  [`${solution}/id`, "constant", "SOL-10001-CFS"],
  [`${solution}/value`, "number", "new_solutionvalue"],
  [`${solution}/currency`, "constant", "NOK"],
  [`${solution}/isDeployedOnAzure`, "constant", "yes"],
  [`${solution}/primaryDeploymentOn`, "constant", "Customer"],
  [`${solution}/pricingModel`, "constant", "PayAsYouGo"],
  [`${marketplace}/isMarketplaceTransacted`, "yesOrNo", "new_marketplace"],
  ["/registrationStatus", "text", "new_verdict"],
];

/** A perpetual contract as its seller filled it in. */
export const contractColumns: Readonly<Record<string, Json>> = {
  new_contractvalue: { $t: "money", v: "90000.0000" },
  new_term: "Perpetual",
  new_signedon: { $t: "dt", v: "2026-01-10T00:00:00.000Z" },
  new_startson: { $t: "dt", v: "2026-02-01T00:00:00.000Z" },
  new_endson: null,
  new_solutionvalue: { $t: "money", v: "70000.0000" },
  new_marketplace: false,
};

/** A deal that Microsoft's sellers see, in Dynamics 365 and in the sandbox, and a map with places for its registration. */
export class RegistrationWorld {
  readonly direct: DirectSandbox = createDirectSandbox();
  readonly host = new FakeHost(sendToSandbox(this.direct));

  constructor() {
    const { client, tenantId, user } = localPartner;
    const { host } = this;
    host.nowMs = startOfTime;
    host.env[environmentVariables.partnerCenterCloudProfile.schemaName] = `Local sandbox:${socketlessPort}`;
    host.env[environmentVariables.partnerCenterTenantId.schemaName] = tenantId;
    host.env[environmentVariables.partnerCenterClientId.schemaName] = client.clientId;
    host.secret = client.clientSecret;
    const refreshToken = this.direct.sandbox.identity.issueRefreshToken(client.clientId, user);
    host.set(tables.connection.logicalName, { [columns.connection.refreshToken]: refreshToken });
    host.set(tables.partnerCenterSolution.logicalName, {
      [columns.partnerCenterSolution.solutionId]: "SOL-10001-CFS",
    });
    host.set("opportunity", {
      createdon: { $t: "dt", v: printInstant(startOfTime - hourMs) },
      estimatedclosedate: { $t: "dt", v: "2026-06-30T00:00:00.000Z" },
      [own.referralVisibility]: { $t: "opt", v: choices.referralVisibility.visible },
      ...Object.fromEntries([...Object.keys(contractColumns), "new_verdict"].map((column) => [column, null])),
    });
  }

  /** As an administrator adds them. */
  addRows(): void {
    rows.forEach(([place, converter, source], index) => {
      const isConstant = converter === "constant";
      const { toPartnerCenterOnly, toDynamics365Only } = choices.mappingDirection;
      const direction = place.startsWith("/registrations/") ? toPartnerCenterOnly : toDynamics365Only;
      this.host.rows.push({
        $t: "entity",
        table: tables.fieldMapping.logicalName,
        id: `bbbbbbbb-0000-4000-8000-${String(index).padStart(12, "0")}`,
        attributes: {
          [tables.fieldMapping.primaryName]: registrationPlaces[place]?.label ?? "Verdict",
          [mapping.mappingKey]: place,
          [mapping.partnerCenterPath]: place,
          [mapping.crmColumn]: isConstant ? null : source,
          [mapping.converterDetail]: isConstant ? source : null,
          [mapping.converter]: { $t: "opt", v: choices.converter[converter] },
          [mapping.mappingDirection]: { $t: "opt", v: direction },
        },
      });
    });
  }

  pass(ms: number): void {
    this.host.nowMs += ms;
    this.direct.time.nowMs += ms;
  }

  edit(attributes: Readonly<Record<string, Json>>): void {
    this.host.set("opportunity", attributes);
  }

  /** The seller wins the deal in Dynamics 365. */
  win(): void {
    this.edit({ statecode: { $t: "opt", v: 1 } });
  }

  async sync(request: Partial<EngineRequest> = {}): Promise<{ status: string; failure: { code: string } | null }> {
    const answer = await runEngine(this.host, request);
    if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
    return JSON.parse(answer.outputParameters["Response"] as string) as Awaited<ReturnType<RegistrationWorld["sync"]>>;
  }

  /** A control of the sandbox, for the own referral. */
  async act(who: "microsoft" | "partner", action: string, body: object): Promise<void> {
    const { status } = await this.direct.call("POST", `/sandbox/${who}/referrals/${this.referralId()}/${action}`, body);
    if (status !== 200) throw new Error(`The sandbox answered ${status}.`);
  }

  /** Somebody changes the registration in Partner Center itself. */
  async typeThere(path: string, value: Json): Promise<void> {
    const address = `/partner/v1.0/engagements/referrals/${this.referralId()}`;
    const { status } = await this.direct.call("PATCH", address, [{ op: "replace", path, value }]);
    if (status !== 204) throw new Error(`The sandbox answered ${status}.`);
  }

  async referral(): Promise<WireBody> {
    return (await this.direct.call("GET", `/partner/v1.0/engagements/referrals/${this.referralId()}`)).body;
  }

  async registrations(): Promise<Record<string, unknown>[]> {
    return (await this.referral())["registrations"] as Record<string, unknown>[];
  }

  /** Lines of the Audit column, oldest first. */
  trail(): string[] {
    return this.text(own.audit).split("\n").reverse();
  }

  /** Lines of the Audit column about registration, oldest first. */
  told(): string[] {
    return this.trail().filter((line) => /regist/i.test(line));
  }

  conflicts(): Record<string, Json>[] {
    return this.host.rows
      .filter(({ table }) => table === tables.conflict.logicalName)
      .map(({ attributes }) => attributes as Record<string, Json>);
  }

  private referralId(): string {
    return this.text(own.referralIdentifier);
  }
  private text(column: string): string {
    const value = this.host.attribute("opportunity", column);
    return typeof value === "string" ? value : "";
  }
}
