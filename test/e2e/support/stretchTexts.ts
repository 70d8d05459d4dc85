import type { BrowserContext } from "playwright-core";

/** A text as a translation of 40 % more letters would be, in brackets that show where it is cut; places for values stay. */
export function stretch(text: string): string {
  const letters = text.replace(/\{\d\}/g, "").length;
  const words = text.split(" ");
  let [more, at] = [Math.ceil(letters * 0.4), 0];
  const longer: string[] = [];
  while (more > 0) {
    const word = words[at++ % words.length] ?? "";
    const added = /^\{\d\}/.test(word) || word === "" ? "ëö" : word;
    longer.push(added);
    more -= added.length + 1;
  }
  return `⟦${text} ${longer.join(" ")}⟧`;
}

/** Has every string table of the connector's controls and scripts answered with longer texts. */
export async function stretchTexts(context: BrowserContext): Promise<void> {
  await context.route(/\.resx$/, async (route) => {
    const response = await route.fetch();
    const xml = (await response.text()).replace(
      /(<data [^>]*>\s*<value>)([\s\S]*?)(<\/value>)/g,
      (_, open: string, text: string, close: string) => open + stretch(text) + close,
    );
    await route.fulfill({ response, body: xml });
  });
}
