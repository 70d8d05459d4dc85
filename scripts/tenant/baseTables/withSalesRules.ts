import type { MetadataCatalogue } from "../dataverse/catalogue/MetadataCatalogue";
import type { OrganizationService } from "../dataverse/OrganizationService";
import type { EntityValue, Value } from "../dataverse/values";
import { baseIds } from "./baseIds";

type Reference = Extract<Value, { $t: "ref" }>;

const reference = (value: Value | undefined): Reference | undefined =>
  typeof value === "object" && value?.$t === "ref" ? value : undefined;

/** Rows with amounts that name no currency are in that of the organization. */
function withCurrency(entity: EntityValue, catalogue: MetadataCatalogue): EntityValue {
  const column = catalogue.column(entity.table, "transactioncurrencyid");
  if (column?.type !== "lookup" || reference(entity.attributes.transactioncurrencyid)) return entity;
  const currency: Value = { $t: "ref", table: "transactioncurrency", id: baseIds.euro };
  return { ...entity, attributes: { ...entity.attributes, transactioncurrencyid: currency } };
}

/** The potential customer of a deal is its account, else its contact; who sets the customer alone sets the account or contact. */
function withCustomer(entity: EntityValue): EntityValue {
  const { customerid, parentaccountid, parentcontactid } = entity.attributes;
  if (entity.table !== "opportunity") return entity;
  const customer = reference(customerid);
  if (!customer && customerid === undefined) {
    const parent = reference(parentaccountid) ?? reference(parentcontactid);
    return parent ? { ...entity, attributes: { ...entity.attributes, customerid: parent } } : entity;
  }
  const column = customer?.table === "account" ? "parentaccountid" : "parentcontactid";
  if (!customer || entity.attributes[column] !== undefined) return entity;
  return { ...entity, attributes: { ...entity.attributes, [column]: customer } };
}

/** What Sales does to rows on their way in, below all plug-ins. */
export function withSalesRules(service: OrganizationService, catalogue: MetadataCatalogue): OrganizationService {
  return {
    ...service,
    create: (entity, caller) => service.create(withCustomer(withCurrency(entity, catalogue)), caller),
    update: (entity, caller, options) => service.update(withCustomer(entity), caller, options),
  };
}
