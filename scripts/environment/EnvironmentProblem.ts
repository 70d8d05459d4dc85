/** Why something with an environment did not work, in words: what happened, what to do, who can do it. */
export class EnvironmentProblem extends Error {
  constructor(
    /** What happened, as a sentence. */
    readonly happened: string,
    /** What to do about it and who can, as sentences. */
    readonly remedy: string,
  ) {
    super(`${happened}\n${remedy}`);
    this.name = "EnvironmentProblem";
  }
}
