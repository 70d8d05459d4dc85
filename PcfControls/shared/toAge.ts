/** How long ago something was, as a whole number of the largest unit that fits. */
export interface Age {
  unit: "Seconds" | "Minutes" | "Hours" | "Days";
  count: number;
}

const secondMs = 1_000;
const units = [
  { unit: "Days", lengthMs: 86_400 * secondMs },
  { unit: "Hours", lengthMs: 3_600 * secondMs },
  { unit: "Minutes", lengthMs: 60 * secondMs },
] as const;

/** Age of a moment. A moment ahead of the clock (the server's may differ) counts as now. */
export const toAge = (moment: Date, now: Date): Age => {
  const elapsedMs = Math.max(0, now.getTime() - moment.getTime());
  const fitting = units.find(({ lengthMs }) => elapsedMs >= lengthMs);
  return fitting
    ? { unit: fitting.unit, count: Math.floor(elapsedMs / fitting.lengthMs) }
    : { unit: "Seconds", count: Math.floor(elapsedMs / secondMs) };
};
