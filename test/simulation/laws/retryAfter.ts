import type { Law } from "./Law";

const isReferrals = ({ path }: { path: string }): boolean => path.startsWith("/partner/");

/** Whoever was told to wait waits, as long as the process remembers. */
export const retryAfter: Law = {
  name: "Retry-After",
  findBreaks: ({ network }) => {
    const told = network.calls.filter(({ retryAfterMs, answeredMs }) => retryAfterMs !== null && answeredMs < Infinity);
    const breaks = told.flatMap(({ answeredMs, retryAfterMs, generation }) => {
      const untilMs = answeredMs + (retryAfterMs ?? 0);
      return network.calls
        .filter(
          (call) =>
            isReferrals(call) &&
            call.generation === generation &&
            call.sentMs > answeredMs + 1 &&
            call.sentMs < untilMs - 1,
        )
        .map(({ by, method, sentMs }) => `${by} sent ${method} ${Math.round((untilMs - sentMs) / 1000)} s too early`);
    });
    return breaks.slice(0, 1);
  },
};
