import { randomUUID } from "node:crypto";
import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../../scripts/start/startTenant";
import { baseIds } from "../../../scripts/tenant/baseTables/baseIds";
import { sampleId } from "../../../scripts/tenant/baseTables/sampleData";
import { Sides, type Body } from "./Sides";
import { startBuiltTenant } from "./startBuiltTenant";

const { message } = columns;

/** Opportunities that are shared by the Web API, and their referrals. */
export class Deals {
  constructor(
    private readonly tenant: RunningTenant,
    private readonly sides: Sides,
  ) {}

  /** A deal that lacks nothing but the wish to share it. */
  async prepare(name: string, changes: Body = {}): Promise<string> {
    const id: string = randomUUID();
    await this.sides.crm("opportunities", "POST", {
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
    await this.sides.crm("cosell_partnercentersolutions", "POST", {
      cosell_name: "Contoso Field Service Accelerator",
      cosell_solutionid: "SOL-10001-CFS",
      "cosell_OpportunityId@odata.bind": `/opportunities(${id})`,
    });
    return id;
  }

  /** A deal that is shared, and its referral. */
  async share(
    name: string,
    changes: Body = {},
    status: number = choices.syncStatus.inSync,
  ): Promise<{ id: string; referralId: string }> {
    const id = await this.prepare(name, changes);
    await this.patch(id, { cosell_syncwithpartnercenter: true });
    const row = await this.when(id, "The shared deal", (one) => one["cosell_syncstatus"] === status);
    return { id, referralId: String(row["cosell_referralidentifier"]) };
  }

  read(id: string): Promise<Body> {
    return this.sides.crm(`opportunities(${id})`);
  }

  patch(id: string, changes: Body): Promise<Body> {
    return this.sides.crm(`opportunities(${id})`, "PATCH", changes);
  }

  /** Resolves once no job is on its way and no message waits. */
  async quiet(): Promise<void> {
    const waiting = `${message.state} eq ${choices.messageState.waiting}`;
    await this.sides.until("Quiet", async () => {
      const jobs = await this.sides.rows("asyncoperations?$select=name&$filter=statecode ne 3");
      const messages = await this.sides.rows(`${tables.message.entitySetName}?$filter=${waiting}`);
      return jobs.length + messages.length === 0 ? true : undefined;
    });
  }

  /** The row, as soon as it is what somebody waits for. */
  when(id: string, what: string, fits: (row: Body) => boolean): Promise<Body> {
    return this.sides.until(what, async () => {
      const row = await this.read(id);
      return fits(row) ? row : undefined;
    });
  }

  /** A referral as Partner Center holds it. */
  referral(referralId: string) {
    const found = this.tenant.sandbox.state.referrals.get(referralId);
    if (found === undefined) throw new Error(`The sandbox has no referral ${referralId}.`);
    return found.content;
  }

  /** An edit of the partner in Partner Center. */
  edit(referralId: string, changes: Body): Promise<Body> {
    return this.sides.sandbox("POST", `/partner/referrals/${referralId}/edit`, changes);
  }
}

/** A tenant with both its sides, and its deals; the seller of the tests has this role besides. */
export const startDeals = async (role?: string): Promise<{ tenant: RunningTenant; sides: Sides; deals: Deals }> => {
  const tenant = await startBuiltTenant();
  if (role !== undefined) await tenant.core.assignRole(baseIds.kimSeller, role);
  const sides = new Sides(tenant);
  return { tenant, sides, deals: new Deals(tenant, sides) };
};
