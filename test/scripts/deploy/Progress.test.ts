import { Progress } from "../../../scripts/deploy/Progress";

function shown(isTTY: boolean, percents: readonly number[]): string {
  const written: string[] = [];
  const progress = new Progress({ isTTY, write: (text) => written.push(text) }, "Importing");
  percents.forEach((percent) => progress.show(percent));
  progress.end();
  return written.join("");
}

test("at a terminal one bar moves, and never back", () => {
  const text = shown(true, [0, 50, 40, 100]);

  expect(text.split("\r").slice(1)).toEqual([
    `Importing [${".".repeat(30)}] 0 %`,
    `Importing [${"#".repeat(15)}${".".repeat(15)}] 50 %`,
    `Importing [${"#".repeat(15)}${".".repeat(15)}] 50 %`,
    `Importing [${"#".repeat(30)}] 100 %\n`,
  ]);
});

test("elsewhere a plain line comes now and then, and one at the end", () => {
  expect(shown(false, [0, 3, 10, 26, 30, 60, 99, 100, 100])).toBe(
    "Importing: 0 %\nImporting: 26 %\nImporting: 60 %\nImporting: 99 %\nImporting: 100 %\n",
  );
});
