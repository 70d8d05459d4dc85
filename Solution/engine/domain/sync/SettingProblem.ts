/** An environment variable whose value means nothing. */
export type SettingProblem = {
  /** Display name. */
  variable: string;
  /** As it was typed, shortened. */
  value: string;
  /** What counts in its place. */
  used: string;
};

/** Problems in words, without the stop at the end; empty where there is none. */
export const describeSettingProblems = (problems: readonly SettingProblem[]): string =>
  problems
    .map(({ variable, value, used }) => `${variable} is “${value}”, which means nothing here; ${used}`)
    .join(". ");
