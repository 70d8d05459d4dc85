import "@testing-library/jest-dom";
import { render, screen } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as React from "react";
import { FailureCard } from "../../PcfControls/shared/deal/components/FailureCard";
import { toWords } from "../../PcfControls/shared/words";
import { readResx } from "../../scripts/translate/resx";
import { toFailureWords } from "../../Solution/engine/domain/failure/Failure";
import { failureKinds } from "../../Solution/engine/domain/failure/failureKinds";

const root = resolve(__dirname, "../..");
const englishOf = (control: string) =>
  readResx(readFileSync(resolve(root, `PcfControls/${control}/strings/${control}.1033.resx`), "utf8"));
const kinds = Object.entries(failureKinds).map(([code, { words, fix }]) => ({ code, words, fix }));

describe.each(["SyncPanel", "LeadPanel"])("%s", (control) => {
  const english = englishOf(control);

  test.each(kinds)("says $code to translators as the catalogue says it", ({ code, words, fix }) => {
    expect([english.get(`Failed_${code}`), english.get(`Failed_${code}_fix`)]).toEqual([words, fix]);
  });

  test("keeps no text of a failure that is no more", () => {
    expect([...english.keys()].filter((key) => key.startsWith("Failed_"))).toHaveLength(2 * kinds.length);
  });
});

const file = readFileSync(resolve(root, "Solution/translations/de-DE.json"), "utf8");
const german = (JSON.parse(file) as { texts: Record<string, string> }).texts;
const words = toWords({ getString: (key) => german[englishOf("SyncPanel").get(key) ?? ""] ?? key });

test.each([
  ["a failure", "partnerCenter.accessDenied", null],
  ["one of a later version", "partnerCenter.notKnownYet", null],
  ["one about a field", "partnerCenter.unexpected", { label: "Est. Revenue", column: "estimatedvalue", reason: "" }],
])("%s is shown in the user's language", (_what, code, about) => {
  render(<FailureCard words={words} failure={toFailureWords(code, null, about)} isWaiting={false} />);

  const card = screen.getByRole("region");
  expect(card).not.toHaveTextContent(/Failed_|Failure_|[{}]|administrator to|Partner Center says|save again/);
  expect(card).toHaveTextContent(about?.label ?? /\S/);
});
