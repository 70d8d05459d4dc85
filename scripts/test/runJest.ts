import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Numbers of the tests by outcome, and the skipped ones by name. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: string[];
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    status: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

// Tests leave much behind them that lives for a moment only; with a larger nursery a fifth of their time goes, at 128 MiB a worker.
const nursery = "--max-semi-space-size=128";

/** Runs every jest project; a test file that does not even load counts as one failed test. */
export function runJest(root: string, patterns: readonly string[]): TestCounts {
  const reportFile = join(root, "out/test-report.json");
  mkdirSync(join(root, "out"), { recursive: true });
  const args = ["--json", `--outputFile=${reportFile}`, "--maxWorkers=2", ...patterns];
  const done = spawnSync(process.execPath, [nursery, join(root, "node_modules/jest/bin/jest.js"), ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (done.status === null) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(readFileSync(reportFile, "utf8")) as JestReport;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: tests.filter(({ status }) => status === "pending").map(({ fullName }) => fullName),
  };
}
