/** Faults that were found and are not mended: every run of the tests names them. */
export const knownOpen: Readonly<Record<string, string>> = {
  "typed again there":
    "a value that a partner's seller types back in Partner Center around a stopped run of ours counts as never changed",
  "rows refused":
    "where Dynamics 365 refuses rows in the middle of a run, an amount's value may be taken over while its currency is open",
};
