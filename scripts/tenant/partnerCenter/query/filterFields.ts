import type { Switches } from "../switches/switches";
import type { Filter, Literal } from "./Filter";

type FieldType = "text" | "guid" | "instant";

/** Fields that documentation and samples filter by. Source: partner-rest, get-a-list-of-referrals.md of 2020. */
const documented: Readonly<Record<string, FieldType>> = {
  engagementId: "guid",
  status: "text",
  substatus: "text",
  updatedDateTime: "instant",
  qualification: "text",
  type: "text",
  direction: "text",
  "customerProfile/address/country": "text",
  "team/email": "text",
};

/** How each type may be written; the related-referrals link of the service itself leaves the quotes of a GUID out. */
const writings: Readonly<Record<FieldType, readonly Literal["written"][]>> = {
  text: ["quoted"],
  guid: ["quoted", "guid"],
  instant: ["instant"],
};

/** What is wrong with the fields and literals of a filter, or null. */
export function findFilterFault(filter: Filter, switches: Switches): string | null {
  const fields =
    switches.externalReferenceIdFilter === "accepted"
      ? { ...documented, externalReferenceId: "text" as const }
      : documented;
  return findFault(filter, fields, new Map());
}

function findFault(
  filter: Filter,
  fields: Readonly<Record<string, FieldType>>,
  variables: ReadonlyMap<string, readonly string[]>,
): string | null {
  switch (filter.kind) {
    case "and":
    case "or":
      return findFault(filter.left, fields, variables) ?? findFault(filter.right, fields, variables);
    case "not":
      return findFault(filter.of, fields, variables);
    case "any":
      return findFault(filter.of, fields, new Map(variables).set(filter.variable, filter.path));
    case "compare": {
      const [first = "", ...rest] = filter.path;
      const name = [...(variables.get(first) ?? [first]), ...rest].join("/");
      const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (type === undefined) return `cannot use '${name}'`;
      if (filter.literal.value === null || writings[type].includes(filter.literal.written)) return null;
      return `compares '${name}' with a value of another type`;
    }
  }
}
