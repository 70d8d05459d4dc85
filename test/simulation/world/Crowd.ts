import { localPartner } from "../../../scripts/tenant/partnerCenter/localPartner";
import { formatInstant } from "../../../scripts/tenant/partnerCenter/referrals/formatInstant";
import { nextETag } from "../../../scripts/tenant/partnerCenter/referrals/nextETag";
import { newReferral } from "../../../scripts/tenant/partnerCenter/referrals/newReferral";
import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import type { SandboxState } from "../../../scripts/tenant/partnerCenter/SandboxState";
import type { Chance } from "../time/Chance";

const content = (number: number): StoredReferral["content"] => ({
  name: `Made by hand ${number}`,
  type: "Independent",
  qualification: "Direct",
  status: "Closed",
  substatus: "Won",
  customerProfile: { name: `Somebody’s customer ${number}` },
  details: { notes: "", dealValue: number, currency: "EUR" },
  team: [],
});

/** Deals of long before the connector, closed and nobody's here: pages are full of them, and somebody tidies them up. */
export class Crowd {
  private readonly ids: string[] = [];

  constructor(
    private readonly state: SandboxState,
    /** Keeps a referral without a line in any history. */
    private readonly keep: (id: string, referral: StoredReferral) => void,
    private readonly chance: Chance,
  ) {}

  /** Makes them, a minute apart, a month before now. */
  gather(count: number): void {
    const { organizationId } = localPartner.organization;
    const beganMs = this.state.clock() - 30 * 86_400_000;
    for (let number = 0; number < count; number += 1) {
      const made = newReferral(this.state, {
        ...this.state.partner,
        engagementId: this.state.ids(),
        createdByOrganizationId: organizationId,
        content: content(number),
      });
      const on = formatInstant(beganMs + number * 60_000);
      this.keep(made.id, {
        ...made,
        createdDateTime: on,
        updatedDateTime: on,
        acceptedDateTime: on,
        closedDateTime: on,
      });
      this.ids.push(made.id);
    }
  }

  /** Whether somebody has worked through the whole list. */
  isTidy = false;

  has(id: string): boolean {
    return this.ids.includes(id);
  }

  /** Edits as many of them, in Partner Center; its events are nobody's concern here. */
  edit(count: number): void {
    const began = this.chance.between(0, Math.max(0, this.ids.length - 1));
    const nowMs = this.state.clock();
    for (let step = 0; step < Math.min(count, this.ids.length); step += 1) {
      const id = this.ids[(began + step) % this.ids.length] ?? "";
      const before = this.state.referrals.get(id);
      if (before === undefined) continue;
      const eTag = nextETag(before.eTag, nowMs, this.state.random);
      this.keep(id, { ...before, eTag, updatedDateTime: formatInstant(nowMs) });
    }
  }
}
