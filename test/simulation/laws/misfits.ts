import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import type { Row } from "../dataverse/Store";
import { textOf } from "../dataverse/values";
import type { World } from "../world/World";
import { linkOf, statusOf } from "./pairs";

/** What a column of Dynamics 365 cannot hold of a value in Partner Center, by the columns' documentation; `printed` as laws print it. */
const exceeds: Readonly<Record<string, (printed: string) => boolean>> = {
  notes: (printed) => printed.length > 2000,
  dealValue: (printed) => Math.abs(Number(printed)) > 922_337_203_685_477,
  closingDateTime: (printed) => printed < "1753",
};

/** What is kept of it: the beginning of a text, and what stood there of anything else. */
const isKept = (place: string, here: string, there: string): boolean => place !== "notes" || there.startsWith(here);

interface Told {
  side?: unknown;
  there?: unknown;
  misfit?: unknown;
}

const differencesOf = (world: World, deal: Row): (readonly [path: string, Told])[] => {
  const memory = JSON.parse(textOf(linkOf(world, deal)?.attributes["cosell_lastagreedvalues"] ?? null) || "{}") as {
    differences?: Readonly<Record<string, Told>>;
  };
  return Object.entries(memory.differences ?? {});
};

/** An amount of no currency, which is left in Partner Center, where the record says that both sides differ and its link says why. */
export const isToldWithoutCurrency = (world: World, deal: Row, place: string, { content }: StoredReferral): boolean =>
  place === "dealValue" &&
  (content.details?.currency ?? "") === "" &&
  differencesOf(world, deal).some(([path, { misfit }]) => path.includes(place) && misfit !== undefined) &&
  statusOf(deal) !== "inSync";

/** Half an amount waits for its other half, where the record says that both sides differ and its link says in what. */
export const isToldHalf = (world: World, deal: Row, place: string, there: string): boolean =>
  ["dealValue", "currency"].includes(place) &&
  statusOf(deal) !== "inSync" &&
  differencesOf(world, deal).some(([path, told]) => path.includes(place) && String(told.there) === there);

/** A currency whose amount its column cannot hold waits beside it. */
const isBesideMisfit = (place: string, differences: readonly (readonly [path: string, Told])[]): boolean =>
  place === "currency" &&
  differences.some(([path, { there }]) => path.includes("dealValue") && exceeds["dealValue"]?.(String(there)) === true);

/** A value that Dynamics 365 cannot hold, where its record says that both sides differ and its link says in what. */
export const isToldMisfit = (world: World, deal: Row, place: string, here: string, there: string): boolean => {
  const differences = differencesOf(world, deal);
  // Of Microsoft's referral nothing is taken in part.
  const isMicrosofts = differences.some(([path, { side }]) => path.includes(place) && side === "microsoft");
  const isMisfit = exceeds[place]?.(there) === true && (isMicrosofts || isKept(place, here, there));
  if (!isMisfit && !isBesideMisfit(place, differences)) return false;
  return differences.some(([path]) => path.includes(place)) && statusOf(deal) !== "inSync";
};
