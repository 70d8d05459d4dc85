import { toSyncStatus } from "../../Solution/engine/domain/sync/syncStatus";
import { toId } from "../shared/deal/toId";
import { toReferralLink } from "../shared/deal/toReferralLink";
import { toLook } from "../shared/Look";
import { toWords } from "../shared/words";
import type { IInputs } from "./generated/ManifestTypes";
import type { PanelContext } from "./PanelContext";
import type { OpportunityValues, PanelProps, Reference } from "./PanelProps";
import type { ValueFormats } from "../shared/deal/ValueFormats";

// The types promise an array; the platform gives null for an empty lookup.
const toReference = (raw: readonly ComponentFramework.LookupValue[] | null): Reference | null => {
  const id = toId(raw?.[0]?.id);
  return id === null ? null : { id, name: raw?.[0]?.name ?? "" };
};

type OptionSet = ComponentFramework.PropertyTypes.OptionSetProperty;

const toOptionLabel = ({ attributes }: OptionSet, value: number | null): string =>
  attributes?.Options.find(({ Value }) => Value === value)?.Label ?? "";

const toOpportunity = ({ mode, parameters }: PanelContext): OpportunityValues => ({
  id: toId(mode.contextInfo?.entityId),
  name: parameters.opportunityName.raw,
  dealValue: parameters.dealValue.raw,
  closeDate: parameters.closeDate.raw,
  customer: toReference(parameters.customer.raw),
  contact: toReference(parameters.contact.raw),
  howCanMicrosoftHelp: parameters.howCanMicrosoftHelp.raw,
  referralVisibility: parameters.referralVisibility.raw,
  customerMarketplaceIntent: parameters.customerMarketplaceIntent.raw,
  // Null on a new record whose default is not set yet.
  hasConsent: (parameters.customerConsent.raw as boolean | null) === true,
  isSyncOn: (parameters.syncWithPartnerCenter.raw as boolean | null) === true,
});

const toFormats = ({ formatting, parameters }: PanelContext): ValueFormats => ({
  decimal: (value, precision) => formatting.formatDecimal(value, precision),
  currency: (value, precision, symbol) => formatting.formatCurrency(value, precision, symbol),
  day: (day) => formatting.formatDateShort(day),
  choice: (column, value) => toOptionLabel(parameters[column], value),
});

const hasHiddenColumns = (parameters: IInputs): boolean =>
  Object.values(parameters as unknown as Record<string, ComponentFramework.PropertyTypes.Property>).some(
    ({ security }) => security?.readable === false,
  );

/** Everything the panel shows and does, taken from the platform; nothing beside this file knows ComponentFramework. */
export const toProps = (context: PanelContext, turnOn: () => void): PanelProps => {
  const { client, events, formatting, mode, navigation, parameters, resources, webAPI } = context;
  const { onAnswer, onResolveConflict, onSyncNow } = events;
  return {
    words: toWords(resources),
    look: toLook(context),
    opportunity: toOpportunity(context),
    formats: toFormats(context),
    sync: {
      status: toSyncStatus(parameters.syncStatus.raw),
      referralIdentifier: parameters.referralIdentifier.raw || null,
      referralLink: toReferralLink(parameters.referralLink.raw),
      lastSyncedOn: parameters.lastSyncedOn.raw,
      audit: parameters.audit.raw ?? "",
    },
    isReadOnly: mode.isControlDisabled || parameters.syncWithPartnerCenter.security?.editable === false,
    isOffline: client.isOffline() || !client.isNetworkAvailable(),
    hasHiddenColumns: hasHiddenColumns(parameters),
    records: webAPI,
    formatDateTime: (moment) => formatting.formatDateShort(moment, true),
    actions: {
      turnOn,
      goToField: (column) => events.onGoToField?.({ column }),
      syncNow: onSyncNow ? () => onSyncNow() : null,
      openLink: (url) => navigation.openUrl(url),
      answer: onAnswer ? (answer, reason) => onAnswer({ answer, reason }) : null,
      resolveConflict: onResolveConflict ? (conflictId, decision) => onResolveConflict({ conflictId, decision }) : null,
    },
  };
};
