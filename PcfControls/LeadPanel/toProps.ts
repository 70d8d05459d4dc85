import { toSyncStatus } from "../../Solution/engine/domain/sync/syncStatus";
import { toId } from "../shared/deal/toId";
import { toReferralLink } from "../shared/deal/toReferralLink";
import { toLook } from "../shared/Look";
import { toWords } from "../shared/words";
import type { LeadContext } from "./LeadContext";
import type { LeadProps } from "./LeadProps";

/** Everything the panel shows and does, taken from the platform; nothing beside this file knows ComponentFramework. */
export const toProps = (context: LeadContext): LeadProps => {
  const { client, events, formatting, mode, navigation, parameters, resources, webAPI } = context;
  const { onAnswer, onResolveConflict } = events;
  return {
    words: toWords(resources),
    look: toLook(context),
    lead: {
      leadId: toId(mode.contextInfo?.entityId),
      // Null on a new record whose default is not set yet.
      isSyncOn: (parameters.syncWithPartnerCenter.raw as boolean | null) === true,
      status: toSyncStatus(parameters.syncStatus.raw),
      referralIdentifier: parameters.referralIdentifier.raw || null,
      referralLink: toReferralLink(parameters.referralLink.raw),
      lastSyncedOn: parameters.lastSyncedOn.raw,
      audit: parameters.audit.raw ?? "",
    },
    formats: {
      decimal: (value, precision) => formatting.formatDecimal(value, precision),
      currency: (value, precision, symbol) => formatting.formatCurrency(value, precision, symbol),
      day: (day) => formatting.formatDateShort(day),
      // A lead holds none of the choices.
      choice: () => "",
    },
    isReadOnly: mode.isControlDisabled || parameters.syncWithPartnerCenter.security?.editable === false,
    isOffline: client.isOffline() || !client.isNetworkAvailable(),
    records: webAPI,
    formatDateTime: (moment) => formatting.formatDateShort(moment, true),
    actions: {
      openLink: (url) => navigation.openUrl(url),
      answer: onAnswer ? (answer, reason) => onAnswer({ answer, reason }) : null,
      resolveConflict: onResolveConflict ? (conflictId, decision) => onResolveConflict({ conflictId, decision }) : null,
    },
  };
};
