import type { MappedField } from "./Mapping";

/** What the list can be narrowed to. */
export const mappingFilters = ["all", "mapped", "required", "attention", "own", "off"] as const;

export type MappingFilter = (typeof mappingFilters)[number];

/**
 * Places without which Partner Center takes no deal, as its page on bulk upload and the referral resource name them. A contact is
 * needed only where Microsoft's help is asked for.
 */
const requiredPaths: readonly string[] = [
  "/name",
  "/customerProfile/name",
  "/customerProfile/address/addressLine1",
  "/customerProfile/address/city",
  "/customerProfile/address/country",
  "/details/dealValue",
  "/details/currency",
  "/details/closingDateTime",
  "/details/requirements/solutions",
  "/details/requirements/additionalRequirements/attributes/CustomerMarketplaceIntent",
  "/consent/consentToToShareInfoWithOthers",
  "/team",
];

const belongs: Readonly<Record<MappingFilter, (field: MappedField) => boolean>> = {
  all: () => true,
  mapped: ({ verdict }) => verdict === "ok" || verdict === "warning",
  required: ({ row }) => requiredPaths.includes(row.path),
  attention: ({ verdict, problems }) => verdict === "leftOut" || verdict === "warning" || problems.length > 0,
  own: ({ row }) => !row.isStandard,
  off: ({ verdict }) => verdict === "off",
};

/** How many fields each filter shows. */
export const countFields = (fields: readonly MappedField[]): Readonly<Record<MappingFilter, number>> => {
  const count = (filter: MappingFilter): number => fields.filter(belongs[filter]).length;
  return {
    all: count("all"),
    mapped: count("mapped"),
    required: count("required"),
    attention: count("attention"),
    own: count("own"),
    off: count("off"),
  };
};

/** Fields that the filter shows and whose name, column or place holds the text. */
export const filterFields = (
  fields: readonly MappedField[],
  filter: MappingFilter,
  search: string,
): readonly MappedField[] => {
  const wanted = search.trim().toLowerCase();
  return fields
    .filter(belongs[filter])
    .filter(({ row: { name, crmColumn, path, key } }) =>
      [name, crmColumn, path, key].some((text) => text.toLowerCase().includes(wanted)),
    );
};
