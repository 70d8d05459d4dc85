/**
 * An eTag in the service's format, inner quotes included: a write number and the second of the write. The number starts
 * anywhere and counts up, so no two versions of one referral share an eTag, however fast they follow.
 */
export function nextETag(previous: string | null, nowMs: number, random: () => number): string {
  const writeNumber = previous === null ? Math.floor(random() * 2 ** 32) : (writeNumberOf(previous) + 1) % 2 ** 32;
  return `"${hex(writeNumber)}-0000-0000-0000-${hex(Math.floor(nowMs / 1000))}0000"`;
}

function writeNumberOf(eTag: string): number {
  return Number.parseInt(eTag.slice(1, 9), 16);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, "0");
}
