const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Whole days, hours or minutes of a time that has gone by, such as `2 hours ago`. */
export const ago = (ms: number): string => {
  const [size, unit] = ms >= dayMs ? [dayMs, "day"] : ms >= hourMs ? [hourMs, "hour"] : ([minuteMs, "minute"] as const);
  const number = Math.floor(ms / size);
  return `${number} ${unit}${number === 1 ? "" : "s"} ago`;
};
