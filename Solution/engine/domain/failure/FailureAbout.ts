/** What a failure is about, beyond the catalogue's words: clean and short, so that rows hold it and sellers read it. */
export type FailureAbout = {
  /** Who refused, in words of their own; or which setting is wrong. Empty where nobody said. */
  reason: string;
  /** The field to blame, as sellers know it; empty where that is not known. */
  label: string;
  /** Column or grid of the form that leads to it; empty likewise. */
  column: string;
};
