/** An answer of the bridge that is not `ok`. */
export class BridgeRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "BridgeRefusal";
  }
}

export const invalidArguments = (reason: string): BridgeRefusal =>
  new BridgeRefusal("host.invalidArguments", `The plug-in host cannot read the arguments: ${reason}.`);
