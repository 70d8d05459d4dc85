import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** Solutions that other people made; they lie beside the checkout and are not part of it. */
const corpus = resolve(__dirname, "../../../shared/corpus");

/** Path of a corpus file. */
export const corpusPath = (name: string): string => join(corpus, name);

/** `describe` that skips, by name, where the corpus is missing. */
export const describeWithCorpus: jest.Describe = existsSync(corpus)
  ? describe
  : (Object.assign(
      (name: string, _body: () => void) => describe.skip(`${name} (skipped: no corpus beside the checkout)`, _body),
      {
        each: describe.each,
        only: describe.only,
        skip: describe.skip,
      },
    ) as jest.Describe);
