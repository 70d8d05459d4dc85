/** How much is too much. The service publishes no numbers for referrals, so these are profiles to live with. */
export const throttleSwitches = {
  requestLimit: {
    values: ["off", "100per60s", "20per60s", "5per10s"],
    default: "off",
    unknown: "Calls of the Referrals API within a sliding window before 429; generic guidance has no numbers.",
  },
  writeLimit: {
    values: ["off", "20per60s", "5per60s"],
    default: "off",
    unknown: "The same for POST and PATCH, which the guidance says are throttled sooner.",
  },
  retryAfterFormat: {
    values: ["seconds", "date"],
    default: "seconds",
    unknown: "HTTP allows both forms of Retry-After; which one the service sends is not said.",
  },
} as const;
