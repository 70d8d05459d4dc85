import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSteps, packagePath } from "./build/buildSteps";
import { runBuild } from "./build/runBuild";
import { openStudio } from "./pictures/openStudio";
import { pictureFolder, pictures, textsFile } from "./pictures/pictures";
import { shrinkPng } from "./pictures/shrinkPng";
import { takePicture } from "./pictures/takePictures";

const root = resolve(__dirname, "..");

/** Takes all pictures of the guides anew, and writes down the texts that they show. */
async function main(): Promise<void> {
  await runBuild(root, buildSteps(root), console.log);
  const studio = await openStudio(root, join(root, packagePath("managed")));
  const folder = join(root, pictureFolder);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
  const texts: Record<string, readonly string[]> = {};
  try {
    for (const picture of pictures) {
      const { name, png: taken, texts: shown } = await takePicture(studio, picture);
      const png = shrinkPng(taken);
      writeFileSync(join(folder, `${name}.png`), png);
      texts[name] = shown;
      console.log(`${name}.png: ${(png.length / 1024).toFixed(0)} KB`);
    }
  } finally {
    await studio.close();
  }
  writeFileSync(join(root, textsFile), `${JSON.stringify(texts, null, 2)}\n`);
}

main().catch((error: unknown) => {
  console.error(`The pictures could not be taken: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
