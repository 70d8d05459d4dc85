import { existsSync } from "node:fs";
import { chromiumPath } from "../../scripts/pictures/launchBrowser";

export { launchBrowser } from "../../scripts/pictures/launchBrowser";

/** `describe` that skips, by name, where Chromium is missing. */
export const describeInBrowser: (name: string, body: () => void) => void = existsSync(chromiumPath)
  ? describe
  : (name, body) => describe.skip(`${name} (skipped: ${chromiumPath} is missing, apt-get install chromium)`, body);
