import { choices } from "../../../Solution/engine/domain/schema";
import type { PanelContext, PanelEvents } from "../../../PcfControls/SyncPanel/PanelContext";
import { completeValues, DealRecords, opportunityId, type Values } from "../../../scripts/gallery/states/deal";
import { toResources } from "../readResx";

const { howCanMicrosoftHelp, referralVisibility, customerMarketplaceIntent } = choices;

/** Labels of choices, as the form has them. */
const optionsOf: Readonly<Record<string, { Value: number; Label: string }[]>> = {
  howCanMicrosoftHelp: [{ Value: howCanMicrosoftHelp.quotesAndLicensing, Label: "Quotes and licensing" }],
  referralVisibility: [
    { Value: referralVisibility.private, Label: "Private" },
    { Value: referralVisibility.visible, Label: "Visible" },
  ],
  customerMarketplaceIntent: [{ Value: customerMarketplaceIntent.yes, Label: "Yes" }],
};

export interface ContextOptions {
  values?: Values;
  recordId?: string | null;
  isReadOnly?: boolean;
  isOffline?: boolean;
  isRtl?: boolean;
  events?: PanelEvents;
  records?: DealRecords;
  /** Column security by property. */
  security?: Record<string, { readable: boolean; editable: boolean }>;
}

/** The platform's context of the panel on a form. */
export const createFakeContext = (options: ContextOptions = {}) => {
  const opened: string[] = [];
  const values = options.values ?? completeValues;
  const parameters = Object.fromEntries(
    Object.entries(values).map(([name, raw]) => [
      name,
      { raw, security: options.security?.[name], attributes: { Options: optionsOf[name] ?? [] } },
    ]),
  );
  const context = {
    parameters,
    client: { isOffline: () => options.isOffline ?? false, isNetworkAvailable: () => true },
    events: options.events ?? {},
    formatting: {
      formatCurrency: (value: number, precision = 2, symbol = "$") => `${symbol} ${value.toFixed(precision)}`,
      formatDecimal: (value: number, precision = 2) => value.toFixed(precision),
      formatDateShort: (moment: Date, includeTime?: boolean) =>
        includeTime ? moment.toISOString() : moment.toISOString().slice(0, 10),
    },
    mode: {
      isControlDisabled: options.isReadOnly ?? false,
      contextInfo: { entityId: options.recordId === undefined ? opportunityId : options.recordId },
    },
    navigation: { openUrl: (url: string) => opened.push(url) },
    resources: toResources("SyncPanel"),
    userSettings: { isRTL: options.isRtl ?? false, languageId: 1033 },
    webAPI: options.records ?? new DealRecords(),
  };
  return { context: context as unknown as PanelContext, opened };
};
