import { columns } from "../../../Solution/engine/domain/schema";
import { sampleDeal } from "./sampleDeal";
import type { Body, Sides } from "./Sides";

type RecordSet = "opportunities" | "leads";

/** Opportunities and leads call these columns the same. */
const { referralIdentifier, syncWithPartnerCenter } = columns.opportunity;

/** Deals that Microsoft offers, each of a customer nobody knows, and the records they become. */
export class Offers {
  private offered = 0;

  constructor(private readonly sides: Sides) {}

  /** The id of the partner's referral. */
  async offer(deal: Body = {}): Promise<string> {
    this.offered += 1;
    const customer = { companyName: `Customer ${this.offered}`, email: `c${this.offered}@customer.example` };
    const made = await this.sides.sandbox("POST", "/microsoft/referrals", {
      ...sampleDeal,
      ...customer,
      name: "Deal",
      ...deal,
    });
    return String(made["id"]);
  }

  /** The record of a referral, if the run that made it has ended. */
  async find(referralId: string, set: RecordSet = "opportunities"): Promise<Body | undefined> {
    const [row] = await this.sides.rows(`${set}?$filter=${referralIdentifier} eq '${referralId}'`);
    return row?.[syncWithPartnerCenter] === true ? row : undefined;
  }

  /** The same, as soon as it is what somebody waits for. */
  arrived(
    referralId: string,
    fits: (row: Body) => boolean = () => true,
    set: RecordSet = "opportunities",
  ): Promise<Body> {
    return this.sides.until(`The record of ${referralId}`, async () => {
      const row = await this.find(referralId, set);
      return row !== undefined && fits(row) ? row : undefined;
    });
  }
}
