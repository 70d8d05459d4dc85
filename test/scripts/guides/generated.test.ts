import { join } from "node:path";
import { failingChecks } from "../../../scripts/guides/failingChecks";
import { renderDictionary } from "../../../scripts/guides/renderDictionary";
import { renderTroubles, ungroupedFailures } from "../../../scripts/guides/renderTroubles";
import { healthTitles } from "../../../Solution/engine/domain/health/HealthCheck";
import { readPage, root } from "../../Solution/guides/readPage";

const troubles = "Solution/guides/troubleshooting.md";

describe("what is generated: run npm run generate when one of these fails", () => {
  it("gives the committed tables of troubleshooting", async () => {
    expect(readPage(troubles)).toBe(await renderTroubles(readPage(troubles)));
  });

  it("gives the committed data dictionary", async () => {
    expect(readPage("Solution/guides/data-dictionary.md")).toBe(await renderDictionary(join(root, "Solution/src")));
  });
});

describe("renderTroubles", () => {
  it("keeps what is written by hand, and makes anew what follows it", async () => {
    const [front = "", tables = ""] = readPage(troubles).split("## Every finding");
    const torn = `${front.replace("# Troubleshooting", "# Trouble")}\n\n## Every finding\n\nsomebody typed here\n`;
    expect(await renderTroubles(torn)).toBe(
      `${front.replace("# Troubleshooting", "# Trouble")}## Every finding${tables}`,
    );
  });

  it("refuses a page of which it does not know where the tables begin", () => {
    expect(() => renderTroubles("# Troubleshooting\n")).toThrow("The page needs one line");
  });

  it("has a table for every failure", () => {
    expect(ungroupedFailures()).toEqual([]);
  });

  it("shows at least one way in which each check of the self-test fails", () => {
    const shown = new Set(failingChecks().map(({ name }) => name));
    expect(Object.keys(healthTitles).filter((name) => !shown.has(name as keyof typeof healthTitles))).toEqual([]);
  });
});
