import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Where Debian's package puts Chromium. */
const executablePath = "/usr/bin/chromium";

/** `describe` that skips, by name, where Chromium is missing. */
export const describeInBrowser: (name: string, body: () => void) => void = existsSync(executablePath)
  ? describe
  : (name, body) => describe.skip(`${name} (skipped: ${executablePath} is missing, apt-get install chromium)`, body);

/** A headless Chromium that asks nothing of the outside world. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
