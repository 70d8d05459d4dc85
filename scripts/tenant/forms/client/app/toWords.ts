/** What to show of something caught. */
export const toWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));
