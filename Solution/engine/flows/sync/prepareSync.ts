import { toCloudProfile } from "../../domain/referral/CloudProfile";
import type { Instant } from "../../domain/values/instant";
import type { LinkState } from "../../domain/link/Link";
import { done, type Outcome } from "../../domain/failure/Outcome";
import { planSync } from "../../domain/sync/planSync";
import type { SyncPlan } from "../../domain/sync/SyncPlan";
import { readSameColumns, type SyncSettings } from "../../domain/sync/SyncSettings";
import { sameJson } from "../../domain/values/sameJson";
import type { LoadedDeal } from "../../ports/DealStore";
import type { EnginePorts } from "../EnginePorts";
import type { SyncRequest } from "./SyncRequest";

/** An opportunity, what to do for it, and the settings both were made with. */
export interface PreparedSync {
  loaded: LoadedDeal;
  plan: SyncPlan;
  settings: SyncSettings;
  now: Instant;
}

/** The page of a referral in Partner Center; empty while there is none. */
export const toReferralLink = ({ settings }: PreparedSync, { referralId }: LinkState): string =>
  referralId === null ? "" : `${toCloudProfile(settings.cloudProfile)?.referralPage ?? ""}${referralId}`;

type Wish = Pick<SyncRequest, "table" | "recordId" | "trigger">;

const plan = (loaded: LoadedDeal, settings: SyncSettings, { trigger }: Wish, now: Instant): SyncPlan =>
  planSync({
    ...loaded,
    trigger,
    outboundEnabled: settings.outboundEnabled,
    writesMark: settings.writeCheckMarkIntoName,
    fieldMap: settings.fieldMap,
    now,
  });

/**
 * Loads and plans. The first look takes settings as remembered, so that finding nothing to do costs one query; before
 * anything is done they are read anew, and what depends on them is made again where they have changed.
 */
export const prepareSync = async (ports: EnginePorts, wish: Wish): Promise<Outcome<PreparedSync | null>> => {
  const now = await ports.clock.now();
  const remembered = await ports.settings.remembered();
  const first = await ports.deals[wish.table].load(wish.recordId, remembered, "ifSynced");
  if (first.kind === "failed" || first.value === null) return first.kind === "failed" ? first : done(null);
  const firstPlan = plan(first.value, remembered, wish, now);
  if (firstPlan.kind === "idle") return done({ loaded: first.value, plan: firstPlan, settings: remembered, now });

  const settings = await ports.settings.current();
  if (sameJson(settings, remembered)) return done({ loaded: first.value, plan: firstPlan, settings, now });
  const second = readSameColumns(settings, remembered)
    ? first
    : await ports.deals[wish.table].load(wish.recordId, settings, "ifSynced");
  if (second.kind === "failed" || second.value === null) return second.kind === "failed" ? second : done(null);
  return done({ loaded: second.value, plan: plan(second.value, settings, wish, now), settings, now });
};
