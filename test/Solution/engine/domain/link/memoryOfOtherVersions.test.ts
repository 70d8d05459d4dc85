import fc from "fast-check";
import { emptyMemory, parseLinkMemory, printLinkMemory } from "../../../../../Solution/engine/domain/link/Link";

/** What a version that knew only some of today's facts, and some that are no more, has written into Last Agreed Values. */
const writtenBefore = fc
  .tuple(
    fc.subarray(Object.keys(emptyMemory)),
    fc.dictionary(fc.stringMatching(/^retired[A-Z][a-z]+$/), fc.jsonValue()),
  )
  .map(([known, retired]) => ({
    ...Object.fromEntries(Object.entries(emptyMemory).filter(([name]) => known.includes(name))),
    ...retired,
  }));

test("what another version of the engine wrote of a link is read, and nothing of it is lost when this one writes", () => {
  fc.assert(
    fc.property(writtenBefore, (before) => {
      const text = JSON.stringify(before);
      const memory = parseLinkMemory(text);

      expect(memory).toMatchObject(emptyMemory);
      // JSON knows no negative zero.
      expect(JSON.parse(printLinkMemory(memory))).toEqual({ ...emptyMemory, ...(JSON.parse(text) as object) });
    }),
  );
});
