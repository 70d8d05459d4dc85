import type { Law } from "./Law";

/** Nothing is asked of Partner Center that it refuses as wrong: people type nothing wrong in these worlds. */
export const wellFormed: Law = {
  name: "well-formed requests",
  findBreaks: ({ network, gone }) =>
    network.calls
      .filter(
        ({ path, status, isStruck, wasClosed }) =>
          path.startsWith("/partner") && [400, 405, 415].includes(status) && !isStruck && !wasClosed,
      )
      // Nobody tells that a referral is shown no longer; an invitation that belongs to it learns so.
      .filter(({ body }) => ![...gone.values()].some((engagementId) => body.includes(engagementId)))
      .map(
        ({ by, method, path, body, status }) =>
          `${by} sent ${method} ${path}, refused with ${status}: ${body.slice(0, 300)}`,
      ),
};
