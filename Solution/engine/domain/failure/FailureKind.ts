/** Who can end a failure. */
export type FailureOwner = "seller" | "administrator" | "microsoft" | "nobody";

/**
 * What becomes of work that failed: `transient` is tried again by a table and then parked, `throttled` is tried again for as
 * long as the other side asks to wait, `onItsWay` is tried again for some minutes, since what is missing may just be arriving,
 * `person` waits for somebody to change something, `fatal` is a defect.
 */
export type RetryClass = "transient" | "throttled" | "onItsWay" | "person" | "fatal";

/** One line of the failure catalogue. */
export interface FailureKind {
  /** What happened, for a seller. */
  words: string;
  /** What to do, and who can do it. */
  fix: string;
  owner: FailureOwner;
  retry: RetryClass;
  /** The request may have been carried out although it failed, so the next attempt looks before it creates. */
  mayHaveHappened?: true;
  /** A limit that administrators set: asked anew at every try, since that costs nothing and it may have been raised. */
  isOwnLimit?: true;
}

export const sellerAsksAdministrator = (task: string): string => `Ask your administrator ${task}; then save again.`;

/** Fix of everything that is tried again without a person. */
export const waits = "Nothing is lost; the connector tries again by itself.";

/** Only an administrator can end it, by this task. */
export const forAdministrator = (words: string, task: string): FailureKind => ({
  words,
  fix: sellerAsksAdministrator(task),
  owner: "administrator",
  retry: "person",
});

export const signIn = (words: string, task = "to sign the connector in to Partner Center again"): FailureKind =>
  forAdministrator(words, task);

export const forSeller = (words: string, fix: string): FailureKind => ({
  words,
  fix,
  owner: "seller",
  retry: "person",
});

/** Refused for now, certainly not carried out. */
export const busy = (words: string): FailureKind => ({ words, fix: waits, owner: "microsoft", retry: "transient" });

/** Nobody said whether it was carried out. */
export const silent = (words: string): FailureKind => ({ ...busy(words), mayHaveHappened: true });

/** Time ends it, and nobody is to blame. */
export const passing = (words: string): FailureKind => ({ ...busy(words), owner: "nobody" });

export const throttled = (words: string): FailureKind => ({ ...busy(words), retry: "throttled" });

/** Should not happen with a right connector and a right counterpart. */
export const defect = (words: string): FailureKind => ({
  words,
  fix: sellerAsksAdministrator("to report this with the plug-in trace log of this save"),
  owner: "administrator",
  retry: "fatal",
});
