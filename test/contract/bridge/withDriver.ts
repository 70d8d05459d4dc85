import { BridgeDriver } from "./BridgeDriver";
import type { BridgeHost } from "./bridgeHosts";

/** One driver for the tests around it, with an empty organization before each; stopped after the last. */
export function withDriver(host: BridgeHost): () => BridgeDriver {
  let driver: BridgeDriver | undefined;
  const started = (): BridgeDriver => {
    if (driver === undefined) throw new Error("the driver starts before the first test");
    return driver;
  };
  beforeAll(async () => {
    driver = await BridgeDriver.start(host);
  });
  beforeEach(() => started().reset());
  afterAll(async () => driver?.runner.stop());
  return started;
}
