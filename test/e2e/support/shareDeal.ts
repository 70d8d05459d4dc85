import { randomUUID } from "node:crypto";
import { choices } from "../../../Solution/engine/domain/schema";
import { sampleId } from "../../../scripts/tenant/baseTables/sampleData";
import type { Body, Sides } from "./Sides";

/** Makes an opportunity that has all a deal needs, and waits until it is shared. */
export async function shareDeal(sides: Sides, name: string, changes: Body = {}): Promise<{ id: string; row: Body }> {
  const id: string = randomUUID();
  await sides.crm("opportunities", "POST", {
    opportunityid: id,
    name,
    "parentaccountid@odata.bind": `/accounts(${sampleId("account", "fabrikam")})`,
    "parentcontactid@odata.bind": `/contacts(${sampleId("contact", "erika")})`,
    estimatedvalue: 1000,
    estimatedclosedate: "2027-06-30",
    cosell_customerconsent: true,
    cosell_customermarketplaceintent: choices.customerMarketplaceIntent.yes,
    ...changes,
  });
  await sides.crm("cosell_partnercentersolutions", "POST", {
    cosell_name: "Contoso Field Service Accelerator",
    cosell_solutionid: "SOL-10001-CFS",
    "cosell_OpportunityId@odata.bind": `/opportunities(${id})`,
  });
  await sides.crm(`opportunities(${id})`, "PATCH", { cosell_syncwithpartnercenter: true });
  const row = await sides.until(`${name}, shared`, async () => {
    const found = await sides.crm(`opportunities(${id})`);
    return found["cosell_syncstatus"] === choices.syncStatus.inSync ? found : undefined;
  });
  return { id, row };
}
