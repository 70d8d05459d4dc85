/** Faults that were found and are being mended: their actions and laws rest until then, and every run of the tests names them. */
export const knownOpen: Readonly<Record<string, string>> = {
  "unknown currency":
    "a currency that Dynamics 365 lacks, typed there: status “changed at Microsoft” with a parked message, told again every day",
  "values told last": "a trail that tells another value last than both sides agree on, where a value was typed again",
  "opportunity of a lead":
    "now and then an opportunity made of an accepted lead stays Not shared and without its referral",
};

export const isOpen = (name: string): boolean => Object.hasOwn(knownOpen, name);
