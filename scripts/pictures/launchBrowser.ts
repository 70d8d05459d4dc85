import { chromium, type Browser } from "playwright-core";

/** Where Debian's package puts Chromium. */
export const chromiumPath = "/usr/bin/chromium";

/** A headless Chromium that asks nothing of the outside world; `more` arguments besides. */
export function launchBrowser(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}
