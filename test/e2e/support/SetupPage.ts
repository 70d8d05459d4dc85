import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { axeFaults } from "../../support/seenFaults";

const patienceMs = 30_000;

/** The page "Setup and health" as an administrator uses it; counts what they do. */
export class SetupPage {
  clicks = 0;
  typed = 0;

  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  get frame(): FrameLocator {
    return this.page.frameLocator('iframe[data-web-resource="cosell_/setup/setup.html"]');
  }

  async open(tenantAddress: string): Promise<void> {
    await this.page.goto(`${tenantAddress}/main.aspx?appname=cosell_CoSell`);
    await this.settled();
  }

  /** Everything is read, and nothing is being looked at. */
  async settled(): Promise<void> {
    await this.frame.locator('[data-loaded="true"][aria-busy="false"]').waitFor({ timeout: patienceMs });
  }

  async press(action: string): Promise<void> {
    this.clicks += 1;
    await this.frame.locator(`[data-action="${action}"]:visible`).first().click();
  }

  async type(field: string, text: string): Promise<void> {
    this.typed += 1;
    await this.frame.locator(`#field-${field}`).fill(text);
  }

  /** Signs in on Microsoft's page in the window that the button opens, as the first person there. */
  async signIn(): Promise<void> {
    const opened = this.context.waitForEvent("page");
    await this.press("signIn");
    const window = await opened;
    await window.waitForURL(/authorize/);
    this.clicks += 1;
    await window.locator("button").first().click();
  }

  async done(step: string): Promise<void> {
    await this.frame.locator(`[data-step="${step}"][data-done="true"]`).waitFor({ timeout: patienceMs });
    await this.settled();
  }

  /** What axe finds wrong with the page inside of its frame. */
  async violations(): Promise<string[]> {
    const inner = this.page.frames().find((frame) => frame.url().includes("/setup/setup.html"));
    if (!inner) throw new Error("The setup page is not open.");
    return axeFaults(inner);
  }

  /** How many pixels the page's content is wider than the page. */
  async overflow(): Promise<number> {
    return this.frame.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  }

  /** States of all checks by name. */
  async states(): Promise<Readonly<Record<string, string>>> {
    const lines = await this.frame
      .locator("[data-group] [data-check]")
      .evaluateAll((elements) =>
        elements.map((element) => [element.getAttribute("data-check") ?? "", element.getAttribute("data-state") ?? ""]),
      );
    return Object.fromEntries(lines) as Record<string, string>;
  }
}
