import type { Locator, Page } from "playwright-core";
import type { RunningTenant } from "../../../scripts/start/startTenant";

/** Opens the form of a record, and waits until it shows it. */
export const openRecord = async (
  page: Page,
  { tenantAddress }: Pick<RunningTenant, "tenantAddress">,
  table: string,
  id: string,
): Promise<void> => {
  await page.goto(`${tenantAddress}/main.aspx?pagetype=entityrecord&etn=${table}&id=${id}`);
  await page.locator("[data-record]").waitFor();
};

/** A record's form as a person works with it: by labels and columns, never by internals. */
export class RecordPage {
  constructor(
    readonly page: Page,
    /** Part of the page to work in: the whole form, or a panel beside it. */
    private readonly root: Locator = page.locator("body"),
  ) {}

  column(name: string): Locator {
    return this.root.locator(`[data-column="${name}"]`).first();
  }

  async fill(name: string, text: string): Promise<void> {
    const input = this.column(name).locator("input, textarea").first();
    await input.fill(text);
    await input.press("Tab");
  }

  async lookUp(name: string, text: string): Promise<void> {
    const box = this.column(name).getByRole("combobox");
    await box.click();
    await box.fill(text);
    await this.page
      .getByRole("option", { name: new RegExp(`^${text}`) })
      .first()
      .click();
  }

  async choose(name: string, label: string): Promise<void> {
    await this.column(name).getByRole("combobox").click();
    await this.page.getByRole("option", { name: label, exact: true }).click();
  }

  async turnOn(name: string): Promise<void> {
    const toggle = this.column(name).getByRole("switch");
    if ((await toggle.getAttribute("aria-checked")) !== "true") await toggle.click();
  }

  async openTab(name: string): Promise<void> {
    await this.root.getByRole("tab", { name, exact: true }).click();
  }

  /** Saves, and waits until the form says so. */
  async save(): Promise<void> {
    await this.root.getByRole("button", { name: "Save", exact: true }).first().click();
    await this.root.locator('[data-saved="Saved"]').waitFor();
  }

  /** What the column shows; empty while it has no value. */
  async valueOf(name: string): Promise<string> {
    const wrapper = this.column(name);
    const input = wrapper.locator("input, textarea").first();
    const text = (await input.count()) > 0 ? await input.inputValue() : await wrapper.innerText();
    return text.trim() === "---" ? "" : text.trim();
  }

  /** Waits until the column shows something, and gives it. */
  async valueWhenFilled(name: string, timeoutMs: number): Promise<string> {
    const deadline = Date.now() + timeoutMs;
    while (Date.now() < deadline) {
      const value = await this.valueOf(name);
      if (value !== "") return value;
      await this.page.waitForTimeout(20);
    }
    throw new Error(`${name} stayed empty for ${timeoutMs} ms.`);
  }

  /** Adds a solution by typing into the picker, with the keyboard alone. */
  async pickSolution(text: string, name: string): Promise<void> {
    await this.solutions.getByRole("combobox").fill(text);
    await this.page.getByRole("option", { name }).waitFor();
    await this.page.keyboard.press("Enter");
    await this.solutions.getByText(`${name} was added.`).waitFor();
  }

  /** Takes a solution off the deal. */
  async removeSolution(name: string): Promise<void> {
    await this.solutions.getByRole("button", { name: `Remove ${name}` }).click();
    await this.solutions.getByText(`${name} was removed.`).waitFor();
  }

  private get solutions(): Locator {
    return this.root.locator('[data-subgrid="subgrid_solutions"]');
  }

  /** Adds a row by the sub-grid's New button and the panel that it opens. */
  async addRow(subgrid: string, fill: (panel: RecordPage) => Promise<void>): Promise<void> {
    await this.root.locator(`[data-subgrid="${subgrid}"]`).getByRole("button", { name: /^New / }).click();
    const panel = this.page.getByRole("dialog");
    await panel.getByRole("button", { name: "Save & Close" }).waitFor();
    await fill(new RecordPage(this.page, panel));
    await panel.getByRole("button", { name: "Save & Close" }).click();
    await panel.waitFor({ state: "detached" });
  }
}
