import type { MetadataCatalogue } from "../dataverse/catalogue/MetadataCatalogue";
import type { Caller, OrganizationService } from "../dataverse/OrganizationService";
import type { EntityValue, Value } from "../dataverse/values";
import { baseIds } from "./baseIds";
import { optionOf, referenceOf } from "./sales/readValue";
import { salesRefusals } from "./sales/salesRefusals";

/** Rows with amounts that name no currency are in that of the organization. */
function withCurrency(entity: EntityValue, catalogue: MetadataCatalogue): EntityValue {
  const column = catalogue.column(entity.table, "transactioncurrencyid");
  if (column?.type !== "lookup" || referenceOf(entity.attributes.transactioncurrencyid)) return entity;
  const currency: Value = { $t: "ref", table: "transactioncurrency", id: baseIds.euro };
  return { ...entity, attributes: { ...entity.attributes, transactioncurrencyid: currency } };
}

/** The potential customer of a deal is its account, else its contact; who sets the customer alone sets the account or contact. */
function withCustomer(entity: EntityValue): EntityValue {
  const { customerid, parentaccountid, parentcontactid } = entity.attributes;
  if (entity.table !== "opportunity") return entity;
  const customer = referenceOf(customerid);
  if (!customer && customerid === undefined) {
    const parent = referenceOf(parentaccountid) ?? referenceOf(parentcontactid);
    return parent ? { ...entity, attributes: { ...entity.attributes, customerid: parent } } : entity;
  }
  const column = customer?.table === "account" ? "parentaccountid" : "parentcontactid";
  if (!customer || entity.attributes[column] !== undefined) return entity;
  return { ...entity, attributes: { ...entity.attributes, [column]: customer } };
}

const closedStates: ReadonlyMap<number | undefined, string> = new Map([
  [1, "won"],
  [2, "lost"],
]);

/**
 * An opportunity is closed by a message of its own. Reopening it, and other columns of a closed one, take a plain update:
 * that a closed opportunity cannot be changed is a rule of the form, not of the service.
 */
async function refuseClosing(service: OrganizationService, { table, id, attributes }: EntityValue, caller: Caller) {
  const asked = optionOf(attributes.statecode);
  const label = closedStates.get(asked);
  if (table !== "opportunity" || label === undefined || id === undefined) return;
  const before = await service.retrieve(table, id, ["statecode"], caller);
  if (optionOf(before.attributes.statecode) !== asked) throw salesRefusals.stateNeedsMessage(label);
}

/** Revenue that the system computes from the products of a deal is not written: a value that is told is left out without a word. */
async function withComputedRevenue(
  service: OrganizationService,
  entity: EntityValue,
  caller: Caller,
): Promise<EntityValue> {
  const { estimatedvalue, ...others } = entity.attributes;
  if (entity.table !== "opportunity" || entity.id === undefined || estimatedvalue === undefined) return entity;
  const told = entity.attributes.isrevenuesystemcalculated;
  const before =
    told === undefined
      ? await service.retrieve(entity.table, entity.id, ["isrevenuesystemcalculated"], caller)
      : entity;
  return before.attributes.isrevenuesystemcalculated === true ? { ...entity, attributes: others } : entity;
}

/** What Sales does to rows on their way in, below all plug-ins. */
export function withSalesRules(service: OrganizationService, catalogue: MetadataCatalogue): OrganizationService {
  return {
    ...service,
    create: (entity, caller) => service.create(withCustomer(withCurrency(entity, catalogue)), caller),
    update: async (entity, caller, options) => {
      await refuseClosing(service, entity, caller);
      await service.update(await withComputedRevenue(service, withCustomer(entity), caller), caller, options);
    },
  };
}
