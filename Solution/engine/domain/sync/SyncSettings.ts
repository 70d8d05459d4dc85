/** The environment variables that a sync reads. */
export type SyncSettings = {
  /** Kill switch: nothing leaves while it is off. */
  outboundEnabled: boolean;
  writeCheckMarkIntoName: boolean;
  dealValueFieldName: string;
  dealValueCurrencyField: string;
  countryCodeFieldName: string;
  cloudProfile: string;
  tenantId: string;
  clientId: string;
};

/** Whether a load with the one would read the same columns as with the other. */
export const readSameColumns = (left: SyncSettings, right: SyncSettings): boolean =>
  left.dealValueFieldName === right.dealValueFieldName &&
  left.dealValueCurrencyField === right.dealValueCurrencyField &&
  left.countryCodeFieldName === right.countryCodeFieldName;
