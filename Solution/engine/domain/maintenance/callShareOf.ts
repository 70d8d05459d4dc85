import { customApis } from "../schema";
import type { CallShare } from "./refuseCall";

/** What no person asks for: Partner Center's events, the clock, and a backfill, which has a share of its own. Steps have no name here. */
const unattended: readonly string[] = [
  customApis.receivePartnerCenterEvent,
  customApis.runMaintenance,
  customApis.backfill,
];

const byName: readonly string[] = Object.values(customApis);

/** Whose calls a run makes by itself: a custom API that a person calls is work by hand, whatever follows an edit is not. */
export const callShareOf = (messageName: string): CallShare =>
  byName.includes(messageName) && !unattended.includes(messageName) ? "people" : "records";
