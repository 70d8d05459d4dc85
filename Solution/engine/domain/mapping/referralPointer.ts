import { isJsonObject, type Json, type JsonObject } from "../values/Json";
import { readPointer, writePointer } from "../values/jsonPointer";

/** Lists of a referral whose items are named by a member, so that a pointer can go on with that name to the item's `id`. */
const namedLists = [
  { list: "/details/requirements/additionalRequirements/attributes", member: "type" },
  { list: "/customerProfile/ids", member: "profileType" },
] as const;

interface ItemPlace {
  list: string;
  member: string;
  name: string;
}

const itemAt = (path: string): ItemPlace | null => {
  const found = namedLists.find(({ list }) => path.startsWith(`${list}/`));
  return found ? { ...found, name: path.slice(found.list.length + 1) } : null;
};

const isNamed = (item: Json, { member, name }: ItemPlace): item is JsonObject => {
  const text = isJsonObject(item) ? item[member] : undefined;
  return typeof text === "string" && text.toLowerCase() === name.toLowerCase();
};

const itemsOf = (referral: Json, { list }: ItemPlace): readonly Json[] => {
  const found = readPointer(referral, list);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
};

/** The value at a place of a referral; null where nothing is. */
export const readPlace = (referral: Json, path: string): Json => {
  const place = itemAt(path);
  if (place === null) return readPointer(referral, path);
  const item = itemsOf(referral, place).find((candidate) => isNamed(candidate, place));
  return isJsonObject(item) ? (item["id"] ?? null) : null;
};

/** A copy of the referral with the value set; what else a list holds stays. */
export const writePlace = (referral: JsonObject, path: string, value: Json): JsonObject => {
  const place = itemAt(path);
  if (place === null) return writePointer(referral, path, value);
  const others = itemsOf(referral, place).filter((candidate) => !isNamed(candidate, place));
  return writePointer(referral, place.list, [...others, { [place.member]: place.name, id: value }]);
};
