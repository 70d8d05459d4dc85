import type { Page } from "playwright-core";
import { launchBrowser } from "../../../../support/browser";
import type { FixtureTenant } from "./startFixtureTenant";
import { startSalesTenant } from "./startSalesTenant";

/** A tenant, a browser, and everything the pages did that they should not. */
export interface BrowserTest {
  tenant: FixtureTenant;
  /** Addresses outside the tenant that a page asked for. */
  foreign: string[];
  /** Errors no script caught. */
  errors: string[];
  open: (path: string) => Promise<Page>;
  stop: () => Promise<void>;
}

export async function startBrowserTest(): Promise<BrowserTest> {
  const tenant = await startSalesTenant();
  const browser = await launchBrowser();
  const foreign: string[] = [];
  const errors: string[] = [];
  return {
    tenant,
    foreign,
    errors,
    open: async (path) => {
      const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(tenant.address) && !request.url().startsWith("data:"))
          foreign.push(request.url());
      });
      await page.goto(tenant.address + path);
      return page;
    },
    stop: async () => {
      await browser.close();
      await tenant.stop();
    },
  };
}
