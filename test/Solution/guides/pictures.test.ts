import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pictureFolder, pictures } from "../../../scripts/pictures/pictures";
import { pages, readPage, root } from "./readPage";

const maxBytes = 60 * 1024;

/** Alternative texts of pictures in pages, by file. */
const shown = pages.flatMap((page) =>
  [...readPage(page).matchAll(/!\[([^\]]*)\]\([^)]*?([\w-]+)\.png\)/g)].map(([, text = "", name = ""]) => ({
    name,
    text,
  })),
);

it.each(pictures)("$name.png is small, stands in a guide, and says in words what is on it", ({ name }) => {
  expect(statSync(join(root, pictureFolder, `${name}.png`)).size).toBeLessThan(maxBytes);
  const texts = shown.filter((each) => each.name === name).map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.split(" ").length < 8)).toEqual([]);
});

it("no picture is left of which nobody knows how it was taken", () => {
  const files = readdirSync(join(root, pictureFolder)).filter((file) => file.endsWith(".png"));
  expect(files.sort()).toEqual(pictures.map(({ name }) => `${name}.png`).sort());
});
