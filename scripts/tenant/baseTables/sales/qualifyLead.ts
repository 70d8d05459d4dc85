import { refusals } from "../../dataverse/refusals";
import { arrayParameter, requireReference } from "../../dataverse/messages/readParameters";
import type { Caller } from "../../dataverse/OrganizationService";
import type { EntityValue, Value } from "../../dataverse/values";
import { copyLead } from "./copyLead";
import { optionOf, referenceOf } from "./readValue";
import type { SalesMessage, SalesParameters, SalesParts } from "./SalesMessage";
import { salesRefusals } from "./salesRefusals";

type Reference = Extract<Value, { $t: "ref" }>;

const open = 0;
const qualified = 1;

/** Creates what the caller asked for, each row from the lead and pointing to those before it. */
class Qualification {
  readonly created: Reference[] = [];

  constructor(
    private readonly parts: SalesParts,
    private readonly lead: EntityValue,
    private readonly parameters: SalesParameters,
    private readonly caller: Caller,
  ) {}

  async create(table: "account" | "contact" | "opportunity", links: Record<string, Value>): Promise<Reference | null> {
    if (!this.isAsked(`Create${table.charAt(0).toUpperCase()}${table.slice(1)}`)) return null;
    const attributes = { ...copyLead(this.parts.catalogue, this.lead, table), ...present(links) };
    const id = await this.parts.service.create({ $t: "entity", table, attributes }, this.caller);
    const row: Reference = { $t: "ref", table, id };
    this.created.push(row);
    return row;
  }

  private isAsked(name: string): boolean {
    const asked = this.parameters[name];
    if (typeof asked !== "boolean") throw refusals.argument(`Required parameter '${name}' of type Boolean is missing.`);
    return asked;
  }
}

const present = (links: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(links).filter(([, value]) => value !== null));

async function run(parts: SalesParts, parameters: SalesParameters, caller: Caller): Promise<Record<string, Value>> {
  const { id } = requireReference({ ...parameters }, parameters.LeadId === undefined ? "Target" : "LeadId");
  const lead = await parts.service.retrieve("lead", id, "all", caller);
  if (optionOf(lead.attributes.statecode) !== open) throw salesRefusals.leadClosed();
  const status = optionOf(parameters.Status) ?? -1;
  const qualification = new Qualification(parts, { ...lead, id }, parameters, caller);

  const account = (await qualification.create("account", {})) ?? lead.attributes.parentaccountid ?? null;
  const contact =
    (await qualification.create("contact", { parentcustomerid: account })) ?? lead.attributes.parentcontactid ?? null;
  const customer = referenceOf(parameters.OpportunityCustomerId);
  const opportunity = await qualification.create("opportunity", {
    parentaccountid: customer?.table === "account" ? customer : account,
    parentcontactid: customer?.table === "contact" ? customer : contact,
    transactioncurrencyid: parameters.OpportunityCurrencyId ?? lead.attributes.transactioncurrencyid ?? null,
  });
  const attributes: Record<string, Value> = {
    statecode: { $t: "opt", v: qualified },
    ...(status === -1 ? {} : { statuscode: { $t: "opt" as const, v: status } }),
    ...present({ parentaccountid: account, parentcontactid: contact, qualifyingopportunityid: opportunity }),
  };
  await parts.service.update({ $t: "entity", table: "lead", id, attributes }, caller);
  return { CreatedEntities: arrayParameter(qualification.created) };
}

/** Makes account, contact and opportunity of an open lead, as far as they are asked for, and sets it to Qualified. */
export const qualifyLead: SalesMessage = { message: "QualifyLead", table: "lead", run };
