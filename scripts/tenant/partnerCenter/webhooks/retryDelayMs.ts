import type { Switches } from "../switches/switches";

/** How long to wait after so many tries without success. */
export function retryDelayMs(tries: number, spacing: Switches["retrySpacing"]): number {
  switch (spacing) {
    case "doubling":
      return 10_000 * 2 ** (tries - 1); /* 10 s to 43 min, 85 min in all */
    case "minutes":
      return 60_000;
    case "hours":
      return 3_600_000;
    case "immediate":
      return 0;
  }
}
