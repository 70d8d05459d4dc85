import type * as Loading from "../../../../WebResources/shared/language/loadLanguage";
import type * as Texts from "../../../../WebResources/shared/language/texts";

Object.assign(globalThis, { COSELL_LANGUAGES: { 1025: "ar-SA", 1031: "de-DE" } });

const table = '<root><data name="trial.save"><value>Speichern &amp; mehr</value></data></root>';
const context = (languageId: number) => () => ({
  userSettings: { languageId },
  getClientUrl: () => "https://contoso.crm.dynamics.com",
});

/** Scripts of a new page. */
const newPage = (answer: () => Promise<unknown>) => {
  jest.resetModules();
  const fetch = jest.fn((_address: string) => answer());
  Object.assign(globalThis, { fetch });
  const { texts } = jest.requireActual<typeof Texts>("../../../../WebResources/shared/language/texts");
  const loading = jest.requireActual<typeof Loading>("../../../../WebResources/shared/language/loadLanguage");
  return { fetch, strings: texts("trial", { save: "Save" }), ...loading };
};
const found = () => Promise.resolve({ ok: true, text: () => Promise.resolve(table) });

describe("the language of a page", () => {
  it("is the user's, read once for all who ask", async () => {
    const { fetch, strings, loadLanguage } = newPage(found);
    await Promise.all([loadLanguage("Forms", context(1031)), loadLanguage("Forms", context(1031))]);
    expect(strings.save).toBe("Speichern & mehr");
    expect(fetch.mock.calls).toEqual([["https://contoso.crm.dynamics.com/WebResources/cosell_/texts/Forms.1031.resx"]]);
  });

  it.each([1033, 1030])("is English without a question where %d does not ship", async (languageId) => {
    const { fetch, strings, loadLanguage } = newPage(found);
    await loadLanguage("Forms", context(languageId));
    expect([strings.save, fetch.mock.calls.length]).toEqual(["Save", 0]);
  });

  it.each([
    ["is not found", () => Promise.resolve({ ok: false })],
    ["cannot be reached", () => Promise.reject(new TypeError("Failed to fetch"))],
  ])("is English where the table %s", async (_what, answer) => {
    const { strings, loadLanguage } = newPage(answer);
    await loadLanguage("SetupPage", context(1031));
    expect(strings.save).toBe("Save");
  });

  it("is English where the app does not say who its user is", async () => {
    const { strings, loadLanguage } = newPage(found);
    await loadLanguage("Forms", () => {
      throw new ReferenceError("Xrm is not defined");
    });
    expect(strings.save).toBe("Save");
  });

  it("writes times in the Gregorian calendar and western digits", () => {
    const { localeOf } = newPage(found);
    const moment = new Date(Date.UTC(2026, 10, 30, 12));
    const written = moment.toLocaleDateString(localeOf(context(1025)()), { timeZone: "UTC" });
    expect(
      written
        .replace(/\D+/g, " ")
        .trim()
        .split(" ")
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual([11, 30, 2026]);
  });
});
