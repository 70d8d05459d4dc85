import type { FieldMap } from "../../../../Solution/engine/domain/mapping/fieldMap";

/** Places that Partner Center takes changes of. */
export const patchablePlaces = (fieldMap: FieldMap): string[] =>
  fieldMap.filter(({ sent }) => sent === "always").map(({ referral }) => referral);
