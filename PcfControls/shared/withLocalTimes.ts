// As the engine writes a moment inside of a sentence: "2026-11-29 21:05Z".
const moments = /\b(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})Z/g;

/** A sentence of the engine with its moments as the user writes them. */
export const withLocalTimes = (text: string, format: (moment: Date) => string): string =>
  text.replace(moments, (_moment, day: string, time: string) => format(new Date(`${day}T${time}:00Z`)));
