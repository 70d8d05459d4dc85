/** Something a flow says that cannot be run here; the message names it and its place. */
export class FlowProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FlowProblem";
  }
}
