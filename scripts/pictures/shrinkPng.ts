import { decode, encode } from "fast-png";

/** As many as one byte tells apart. */
const maxColours = 256;

type Colour = [red: number, green: number, blue: number];

/** Of these the most frequent ones stay; the rest is for what is rare and unlike them, such as a red cross. */
const frequentColours = 128;

/** A screenshot with at most 256 colours, less than half as large; what is left out becomes the nearest of them. */
export function shrinkPng(png: Buffer): Buffer {
  const { data, width, height, channels } = decode(png);
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * channels, at * channels + 3);
    return red * 65_536 + green * 256 + blue;
  });
  const palette = choosePalette(pixels);
  const placeOf = new Map<number, number>();
  const indexed = Uint8Array.from(pixels, (pixel) => {
    const known = placeOf.get(pixel);
    if (known !== undefined) return known;
    const place = nearest(palette, toColour(pixel));
    placeOf.set(pixel, place);
    return place;
  });
  return Buffer.from(encode({ width, height, data: indexed, depth: 8, channels: 1, palette }, { zlib: { level: 9 } }));
}

const toColour = (pixel: number): Colour => [pixel >> 16, (pixel >> 8) & 255, pixel & 255];

/** The most frequent colours, and then again and again the one that is farthest from all chosen. */
function choosePalette(pixels: readonly number[]): Colour[] {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const colours = [...counts].sort(([, one], [, other]) => other - one).map(([pixel]) => toColour(pixel));
  const palette = colours.slice(0, frequentColours);
  const left = colours
    .slice(frequentColours)
    .map((colour) => ({ colour, away: distance(palette[nearest(palette, colour)] ?? colour, colour) }));
  while (palette.length < maxColours) {
    const farthest = left.reduce((best, each) => (each.away > best.away ? each : best), { colour: black, away: 0 });
    if (farthest.away === 0) break;
    palette.push(farthest.colour);
    for (const each of left) each.away = Math.min(each.away, distance(farthest.colour, each.colour));
  }
  return palette;
}

const black: Colour = [0, 0, 0];

const distance = (one: Colour, other: Colour): number =>
  (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;

function nearest(palette: readonly Colour[], colour: Colour): number {
  let best = 0;
  for (const [place, each] of palette.entries())
    if (distance(each, colour) < distance(palette[best] ?? each, colour)) best = place;
  return best;
}
