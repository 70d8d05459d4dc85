import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** False findings come up while things still fade in. */
const fadeMs = 500;

/**
 * A desktop, the same at 400 % zoom, and the narrowest column a panel is given. WCAG 1.4.10 asks for 320 CSS pixels without
 * scrolling in two dimensions.
 */
const sizes = [
  { width: 1280, height: 1024, isForAxe: true },
  { width: 320, height: 256, isForAxe: true },
  // What axe looks at is the same as at 320; what fits there need not fit here.
  { width: 300, height: 800, isForAxe: false },
] as const;

/** A changed width is drawn at once, and fades nothing in. */
const redrawMs = 50;

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What is wider than the window, and what of the connector's own controls does not show all it holds. Runs in the page. */
const findCut = `(() => {
  const told = (element) => element.outerHTML.slice(0, 120);
  const { scrollWidth, clientWidth } = document.documentElement;
  const isCut = (element) => element.scrollWidth > element.clientWidth + 1
    && getComputedStyle(element).overflowX !== "visible" && !element.classList.contains("cosell-hidden");
  return [
    ...(scrollWidth > clientWidth ? ["scrolls sideways: " + scrollWidth + " px"] : []),
    ...[...document.querySelectorAll("[data-control] *")].filter(isCut).map((element) => "cut: " + told(element)),
  ];
})()`;

/** What axe finds on a page, or in one frame of it. */
export const axeFaults = async (page: Pick<Page, "evaluate">): Promise<string[]> => {
  // The page's own policy lets no script in but the tenant's; axe comes through the debugger.
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResult>("axe.run()");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
};

/** What a ruler finds in a window as narrow as the narrowest column a panel is given. */
export const cutFaults = async (page: Page): Promise<string[]> => {
  await page.setViewportSize({ width: 300, height: 800 });
  await page.waitForTimeout(redrawMs);
  return page.evaluate<string[]>(findCut);
};

/** What axe and a ruler find on an open page at every size; empty where nothing is wrong. */
export const seenFaults = async (page: Page, waitMs = fadeMs): Promise<string[]> => {
  const faults: string[] = [];
  await page.waitForTimeout(waitMs);
  for (const { isForAxe, ...size } of sizes) {
    await page.setViewportSize(size);
    await page.waitForTimeout(redrawMs);
    const found = isForAxe ? await axeFaults(page) : [];
    faults.push(
      ...[...found, ...(await page.evaluate<string[]>(findCut))].map((fault) => `${size.width} px: ${fault}`),
    );
  }
  return faults;
};
