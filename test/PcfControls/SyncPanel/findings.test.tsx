import "@testing-library/jest-dom";
import { render, screen } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as React from "react";
import { FindingItem } from "../../../PcfControls/SyncPanel/components/FindingItem";
import { toWords } from "../../../PcfControls/shared/words";
import { readResx } from "../../../scripts/translate/resx";
import { toFinding } from "../../../Solution/engine/domain/validation/Finding";
import { findingKinds } from "../../../Solution/engine/domain/validation/findingKinds";

const root = resolve(__dirname, "../../..");
const english = readResx(readFileSync(resolve(root, "PcfControls/SyncPanel/strings/SyncPanel.1033.resx"), "utf8"));
const kinds = Object.entries(findingKinds).map(([code, { words, fix }]) => ({ code, words, fix }));

test.each(kinds)("$code is said to translators as the rules say it", ({ code, words, fix }) => {
  expect([english.get(`Finding_${code}`), english.get(`Finding_${code}_fix`)]).toEqual([words, fix]);
});

test("no text is kept of a finding that is no more", () => {
  const codes = [...english.keys()].filter((key) => key.startsWith("Finding_")).map((key) => key.split("_")[1]);

  expect([...new Set(codes)].sort()).toEqual(kinds.map(({ code }) => code).sort());
});

test("a finding is shown in the user's language, with the values that belong to it", () => {
  const file = readFileSync(resolve(root, "Solution/translations/de-DE.json"), "utf8");
  const german = (JSON.parse(file) as { texts: Record<string, string> }).texts;
  const words = toWords({ getString: (key) => german[english.get(key) ?? ""] ?? key });

  const finding = toFinding("countryCodeInvalid", { country: "NOR", field: "Land/Region" });
  render(<FindingItem words={words} finding={finding} onGoToField={() => undefined} />);

  const item = screen.getByRole("listitem");
  expect(item).toHaveTextContent("„NOR“");
  expect(item).toHaveTextContent("Land/Region");
  expect(item).not.toHaveTextContent(/two-letter|Finding_|\{/);
});
