import { counted, englishTexts, pattern, texts, useTranslations } from "../../../../WebResources/shared/language/texts";

const strings = texts("trial", {
  save: "Save",
  steps: { left: counted("One step of {1} is left.", "{0} steps of {1} are left."), at: pattern("{0} at {1}") },
});
const { steps } = strings;

afterEach(() => useTranslations(new Map()));

describe("the texts of a script", () => {
  it("are English, with values in their places", () => {
    expect([strings.save, steps.left(1, 6), steps.left(2, 6), steps.left(0, 6), steps.at("A", 9)]).toEqual([
      "Save",
      "One step of 6 is left.",
      "2 steps of 6 are left.",
      "0 steps of 6 are left.",
      "A at 9",
    ]);
  });

  it("are those of a language that comes after the script took them, and English where it lacks one", () => {
    useTranslations(
      new Map([
        ["trial.save", "Speichern"],
        ["trial.steps.at", "um {1}: {0}"],
      ]),
    );
    expect([strings.save, steps.at("A", 9), steps.left(1, 6)]).toEqual([
      "Speichern",
      "um 9: A",
      "One step of 6 is left.",
    ]);
  });

  it("keep what looks like a place in a value", () => {
    expect(steps.at("{1}", "$&")).toBe("{1} at $&");
  });

  it("are known by their keys to whoever translates them", () => {
    expect([...englishTexts].filter(([key]) => key.startsWith("trial."))).toEqual([
      ["trial.save", "Save"],
      ["trial.steps.left.one", "One step of {1} is left."],
      ["trial.steps.left.other", "{0} steps of {1} are left."],
      ["trial.steps.at", "{0} at {1}"],
    ]);
  });
});
