import type { Law } from "./Law";

const isReferrals = ({ path }: { path: string }): boolean => path.startsWith("/partner/");

/** A call whose run had looked already is on its way; it may still fetch a token before. */
const underWayMs = 3000;

/** Whoever was told to wait waits, as long as the process remembers. */
export const retryAfter: Law = {
  name: "Retry-After",
  findBreaks: ({ network }) => {
    const told = network.calls.filter(
      (call) => isReferrals(call) && call.retryAfterMs !== null && call.answeredMs < Infinity,
    );
    const breaks = told.flatMap(({ answeredMs, retryAfterMs, generation }) => {
      const untilMs = answeredMs + (retryAfterMs ?? 0);
      return network.calls
        .filter(
          (call) =>
            isReferrals(call) &&
            call.generation === generation &&
            call.sentMs > answeredMs + underWayMs &&
            call.sentMs < untilMs - 1,
        )
        .map(({ by, method, sentMs }) => `${by} sent ${method} ${Math.round((untilMs - sentMs) / 1000)} s too early`);
    });
    return breaks.slice(0, 1);
  },
};
