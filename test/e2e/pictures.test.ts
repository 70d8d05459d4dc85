import { openStudio } from "../../scripts/pictures/openStudio";
import { pictures, textsFile } from "../../scripts/pictures/pictures";
import { takePicture, type Studio } from "../../scripts/pictures/takePictures";
import { readPage, root } from "../Solution/guides/readPage";
import { describeInBrowser } from "../support/browser";
import { builtPackage } from "../support/builtPackage";

jest.setTimeout(120_000);

const kept = JSON.parse(readPage(textsFile)) as Readonly<Record<string, readonly string[]>>;

describeInBrowser("pictures of the guides: run npm run pictures when one of these fails", () => {
  let studio: Studio & { close: () => Promise<void> };

  beforeAll(async () => {
    studio = await openStudio(root, builtPackage("managed"));
  });
  afterAll(() => studio.close());

  it.each(pictures.map((picture) => [picture.name, picture] as const))(
    "%s.png shows the texts that the product shows",
    async (name, picture) => {
      expect((await takePicture(studio, picture)).texts).toEqual(kept[name]);
    },
  );
});
