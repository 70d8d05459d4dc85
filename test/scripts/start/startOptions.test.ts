import { readStartOptions } from "../../../scripts/start/startOptions";

describe("the language of npm start", () => {
  const languageOf = (...args: string[]): unknown => {
    const options = readStartOptions(args);
    return "refusal" in options ? options.refusal : options.language.id;
  };

  it.each([
    [[], 1033],
    [["--lang", "de"], 1031],
    [["--lang", "pt-BR"], 1046],
    [["--lang", "ZH"], 2052],
    [["--lang", "1025"], 1025],
  ] as const)("is understood by name or number: %j", (args, id) => {
    expect(languageOf(...args)).toBe(id);
  });

  it("is refused with those there are", () => {
    expect(languageOf("--lang", "tlh")).toMatch(/^--lang takes one of en-US, ar-SA, de-DE/);
  });
});
