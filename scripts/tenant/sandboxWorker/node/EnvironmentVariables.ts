import type { Caller, OrganizationService } from "../../dataverse/OrganizationService";
import type { Value } from "../../dataverse/values";

const cloudProfileName = "cosell_PartnerCenterCloudProfile";

/** Environment variables of one execution: current value, else default; each is read once. */
export class EnvironmentVariables {
  private readonly known = new Map<string, string | null>();

  constructor(
    private readonly service: OrganizationService,
    private readonly system: Caller,
  ) {}

  async cloudProfile(): Promise<string | null> {
    await this.load([cloudProfileName]);
    return this.known.get(cloudProfileName) ?? null;
  }

  async get(names: readonly string[]): Promise<object> {
    await this.load([...names, cloudProfileName]);
    return { values: Object.fromEntries(names.map((name) => [name, this.known.get(name) ?? null])) };
  }

  async secret(name: string): Promise<object> {
    const parameters = { EnvironmentVariableName: name };
    const results = await this.service.execute("RetrieveEnvironmentVariableSecretValue", parameters, this.system);
    return { value: textOrNull(results["EnvironmentVariableSecretValue"]) };
  }

  private async load(names: readonly string[]): Promise<void> {
    const missing = [...new Set(names.filter((name) => !this.known.has(name)))];
    if (missing.length === 0) return;
    for (const name of missing) this.known.set(name, null);
    for (const { attributes } of (await this.service.fetch(query(missing), this.system)).rows) {
      const current = attributes["current.value"];
      const value = typeof current === "object" && current?.$t === "alias" ? textOrNull(current.v) : null;
      this.known.set(textOrNull(attributes["schemaname"]) ?? "", value ?? textOrNull(attributes["defaultvalue"]));
    }
  }
}

const textOrNull = (value: Value | undefined) => (typeof value === "string" ? value : null);

const query = (names: readonly string[]) =>
  "<fetch><entity name='environmentvariabledefinition'><attribute name='schemaname'/><attribute name='defaultvalue'/>" +
  `<filter><condition attribute='schemaname' operator='in'>${names.map((name) => `<value>${escapeXml(name)}</value>`).join("")}` +
  "</condition></filter><link-entity name='environmentvariablevalue' from='environmentvariabledefinitionid' " +
  "to='environmentvariabledefinitionid' link-type='outer' alias='current'><attribute name='value'/></link-entity></entity></fetch>";

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
