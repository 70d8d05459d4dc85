import type { Page } from "playwright-core";

/** Where the pictures of the guides are. */
export const pictureFolder = "Solution/guides/pictures";

/** What each picture shows, text by text: what differs from it is drift. */
export const textsFile = `${pictureFolder}/texts.json`;

/** When the pictures are taken: what they say of time does not change by the day. */
export const pictureMoment = Date.parse("2026-12-01T09:00:00Z");

/** One picture of the guides. */
export interface Picture {
  /** Of its file. */
  name: string;
  /** Below the tenant's address; `{deal}` is the id of a deal that is in sync. */
  address: string;
  width: number;
  height: number;
  /** Who looks at it. */
  user: "seller" | "administrator";
  /** Part of the page that the picture is of. */
  part: string;
  /** Height of the picture where the part is higher. */
  maxHeight?: number;
  /** Where its texts are looked at; all of it where missing. What is below its end, or follows the clock, is left out by this. */
  texts?: string;
  /** What to do before it is taken. */
  prepare?: (page: Page) => Promise<void>;
}

const gallery = (name: string, item: string, state: string, more: Partial<Picture> = {}): Picture => ({
  name,
  address: `/gallery/show?item=${item}&state=${state}`,
  width: 600,
  height: 700,
  user: "seller",
  part: "section",
  ...more,
});

const page = (name: string, item: string, state: string, more: Partial<Picture> = {}): Picture =>
  gallery(name, item, state, { width: 900, height: 1600, part: "iframe", ...more });

const openTab = async (page: Page): Promise<void> => {
  await page.getByRole("tab", { name: "Microsoft Partner Center", exact: true }).click();
  await page.locator('[data-control="cosell_CoSell.SyncPanel"]').getByText("In sync", { exact: true }).waitFor();
};

const openView = async (page: Page): Promise<void> => {
  await page.locator("[data-row]").first().waitFor();
};

const openNumbers = async (page: Page): Promise<void> => {
  await page.getByRole("navigation").getByRole("link", { name: "Co-sell Numbers" }).click();
  await page.locator('[data-chart]:not([data-state="loading"])').nth(5).waitFor();
};

const searchFleet = async (page: Page): Promise<void> => {
  await page.getByRole("combobox").fill("fleet");
  await page.getByRole("option").first().waitFor();
};

const coSellView = "c2ded1b8-d50a-57a9-8d4e-5978d825b60d";

/** All pictures of the guides, and of README. */
export const pictures: readonly Picture[] = [
  {
    name: "form",
    address: "/main.aspx?pagetype=entityrecord&etn=opportunity&id={deal}",
    width: 1280,
    height: 860,
    user: "seller",
    part: ".app-page",
    maxHeight: 660,
    texts: "[data-notification], [role=tab], [data-control]",
    prepare: openTab,
  },
  {
    name: "list",
    address: `/main.aspx?pagetype=entitylist&etn=opportunity&viewid=${coSellView}`,
    width: 1280,
    height: 480,
    user: "seller",
    part: ".app-page",
    prepare: openView,
  },
  gallery("blocked", "SyncPanel", "blocked"),
  gallery("picker", "SolutionPicker", "chosen", { prepare: searchFleet, height: 320, part: "body" }),
  gallery("offered", "SyncPanel", "offered"),
  gallery("conflict", "SyncPanel", "conflict"),
  gallery("lead", "LeadPanel", "offered"),
  gallery("audit", "AuditTrail", "some"),
  page("setup", "SetupPage", "after-import", {
    user: "administrator",
    maxHeight: 760,
    texts: ".overall, .steps > li:first-child",
  }),
  page("work", "SetupPage", "work-waits", { user: "administrator", maxHeight: 930, texts: "h1, h2, .overall, table" }),
  {
    name: "numbers",
    address: "/main.aspx?appname=cosell_CoSell",
    width: 1280,
    height: 900,
    user: "administrator",
    part: ".app-page",
    maxHeight: 672,
    texts: "h1, h2, h3",
    prepare: openNumbers,
  },
];
