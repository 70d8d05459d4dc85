import type { Browser, BrowserContext, Page } from "playwright-core";
import { baseIds } from "../tenant/baseTables/baseIds";
import { pictureMoment, type Picture } from "./pictures";

/** What a picture shows: its file, and its texts in the order in which they are read. */
export interface TakenPicture {
  name: string;
  png: Buffer;
  texts: readonly string[];
}

export interface Studio {
  browser: Browser;
  tenantAddress: string;
  /** Stands in addresses for `{deal}`. */
  dealId: string;
}

const users = { seller: baseIds.kimSeller, administrator: baseIds.alexAdmin };

/** Texts of what is seen below an element; where lines break and which font there is does not matter, nor do icons. Runs in the page. */
const readTexts = (part: string, within: string | undefined): string => `(() => {
  const inside = (root, found) => {
    for (const node of root.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = node.textContent.replace(/[\\uE000-\\uF8FF]/g, "").replace(/\\s+/g, " ").trim();
        if (text !== "" && node.parentElement.checkVisibility()) found.push(text);
      } else if (!["SCRIPT", "STYLE"].includes(node.nodeName)) inside(node, found);
    }
    return found;
  };
  const shown = document.querySelector(${JSON.stringify(part)});
  const part = shown.contentDocument?.body ?? shown;
  const roots = ${within === undefined ? "[part]" : `[...part.querySelectorAll(${JSON.stringify(within)})]`};
  return roots.flatMap((root) => inside(root, []));
})()`;

const openPage = async (context: BrowserContext, studio: Studio, picture: Picture): Promise<Page> => {
  const page = await context.newPage();
  await page.clock.setFixedTime(pictureMoment);
  await page.goto(`${studio.tenantAddress}${picture.address.replace("{deal}", studio.dealId)}`);
  if (picture.address.startsWith("/gallery")) await page.locator('[data-drawn="true"]').waitFor();
  if (picture.part === "iframe") await page.frameLocator("iframe").locator('[data-loaded="true"]').waitFor();
  await picture.prepare?.(page);
  return page;
};

/** Takes one picture, at a fixed size, time and language. */
export async function takePicture(studio: Studio, picture: Picture): Promise<TakenPicture> {
  const { name, user, width, height, part, texts, maxHeight = Infinity } = picture;
  const context = await studio.browser.newContext({
    viewport: { width, height },
    locale: "en-US",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  const url = studio.tenantAddress;
  await context.addCookies([{ name: "tenant-user", value: users[user], url }]);
  const page = await openPage(context, studio, picture);
  const box = await page.locator(part).first().boundingBox();
  if (box === null) throw new Error(`${picture.address} does not show ${part}.`);
  const clip = { ...box, height: Math.min(box.height, maxHeight, height - box.y) };
  const png = await page.screenshot({ clip, animations: "disabled", caret: "hide" });
  const read = await page.evaluate<string[]>(readTexts(part, texts));
  await context.close();
  return { name, png, texts: read };
}
