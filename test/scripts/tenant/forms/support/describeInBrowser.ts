import { existsSync } from "node:fs";
import { executablePath } from "./openBrowser";

/** Browser tests need Chromium; where it is missing they are reported as skipped. */
export const describeInBrowser = existsSync(executablePath) ? describe : describe.skip;
