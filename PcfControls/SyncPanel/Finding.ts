/** One thing that is missing or doubtful before an opportunity can be sent. */
export interface Finding {
  code: string;
  severity: "blocking" | "warning";
  /** Column to go to; null where no column of the form settles it. */
  column: string | null;
  words: string;
  fix: string;
}
