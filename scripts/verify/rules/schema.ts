import type { Element } from "@xmldom/xmldom";
import { descendantsOf, elementOf, elementsOf, textOf } from "../../pack/xml";
import { componentsIn, isOwnName, type Rule, type SolutionPackage, type Violation } from "../SolutionPackage";

const file = "customizations.xml";
const maxSchemaNameChars = 50;
const lookupTypes = ["lookup", "customer", "owner"];

/** `<entity>` elements that describe a table or columns added to one. */
const tables = (solution: SolutionPackage): Element[] =>
  componentsIn(solution, "Entities").flatMap((entity) =>
    elementsOf(entity, "EntityInfo").flatMap((info) => elementsOf(info, "entity")),
  );

const attributesOf = (table: Element): Element[] => {
  const place = elementOf(table, "attributes");
  return place ? elementsOf(place, "attribute") : [];
};

const columnNames: Rule = {
  name: "schema names carry the publisher's prefix and are unique",
  check: (solution) =>
    tables(solution).flatMap((table) => {
      const tableName = table.getAttribute("Name") ?? "";
      const names = attributesOf(table).map((attribute) => attribute.getAttribute("PhysicalName") ?? "");
      const custom = attributesOf(table).filter((attribute) => textOf(attribute, "IsCustomField") === "1");
      const foreign = custom
        .map((attribute) => attribute.getAttribute("PhysicalName") ?? "")
        .filter((name) => !name.includes("_"));
      const long = names.filter((name) => name.length > maxSchemaNameChars);
      const twice = names.filter(
        (name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== at,
      );
      return [
        ...foreign.map((name) => ({ file, words: `Column ${tableName}.${name} lacks a publisher's prefix.` })),
        ...long.map((name) => ({
          file,
          words: `Column ${tableName}.${name} is longer than ${maxSchemaNameChars} characters.`,
        })),
        ...twice.map((name) => ({ file, words: `Column ${tableName}.${name} is there twice.` })),
      ];
    }),
};

const optionValues: Rule = {
  name: "option values lie in the publisher's range",
  check: (solution) => {
    const publisher = elementOf(solution.manifest, "Publisher");
    const prefix = Number(publisher ? textOf(publisher, "CustomizationOptionValuePrefix") : undefined);
    const own = descendantsOf(solution.customizations, "optionset").filter(
      (choice) =>
        isOwnName(solution, choice.getAttribute("Name") ?? "") && textOf(choice, "OptionSetType") === "picklist",
    );
    return own.flatMap((choice) => duplicates(choice).concat(strays(choice, prefix)));
  },
};

const valuesOf = (choice: Element) =>
  descendantsOf(choice, "option").map((option) => option.getAttribute("value") ?? "");

const duplicates = (choice: Element): Violation[] =>
  valuesOf(choice)
    .filter((value, at, all) => all.indexOf(value) !== at)
    .map((value) => ({ file, words: `Choice ${choice.getAttribute("Name") ?? ""} has the value ${value} twice.` }));

/** Values below 10000 are what makers get who number options by hand; only values of another publisher's range clash. */
const strays = (choice: Element, prefix: number): Violation[] =>
  valuesOf(choice)
    .filter((value) => Number(value) >= 10_000 && Math.floor(Number(value) / 10_000) !== prefix)
    .map((value) => ({
      file,
      words: `Choice ${choice.getAttribute("Name") ?? ""}: ${value} is outside ${prefix}0000 to ${prefix}9999, the publisher's own range.`,
    }));

const lookups: Rule = {
  name: "every lookup column has its relationship",
  check: (solution) => {
    const relationships = componentsIn(solution, "EntityRelationships");
    const referencing = new Set(
      relationships.map((row) =>
        `${textOf(row, "ReferencingEntityName") ?? ""}.${textOf(row, "ReferencingAttributeName") ?? ""}`.toLowerCase(),
      ),
    );
    return tables(solution).flatMap((table) =>
      attributesOf(table)
        .filter(
          (attribute) =>
            lookupTypes.includes(textOf(attribute, "Type") ?? "") && textOf(attribute, "IsCustomField") === "1",
        )
        .map((attribute) => `${table.getAttribute("Name") ?? ""}.${attribute.getAttribute("PhysicalName") ?? ""}`)
        .filter((column) => !referencing.has(column.toLowerCase()))
        .map((column) => ({ file, words: `Lookup ${column} has no relationship that says which table it points to.` })),
    );
  },
};

const relationshipEnds: Rule = {
  name: "both ends of a relationship exist",
  check: (solution) => {
    const own = new Map(tables(solution).map((table) => [(table.getAttribute("Name") ?? "").toLowerCase(), table]));
    const elsewhere = new Set(
      descendantsOf(solution.manifest, "Required").map((required) =>
        (required.getAttribute("schemaName") ?? "").toLowerCase(),
      ),
    );
    return componentsIn(solution, "EntityRelationships").flatMap((row) => {
      const name = row.getAttribute("Name") ?? "";
      const ends = ["ReferencingEntityName", "ReferencedEntityName"]
        .map((end) => textOf(row, end) ?? "")
        .filter((end) => end !== "");
      const absent = ends.filter(
        (end) => isOwnName(solution, end) && !own.has(end.toLowerCase()) && !elsewhere.has(end.toLowerCase()),
      );
      const column = (textOf(row, "ReferencingAttributeName") ?? "").toLowerCase();
      const many = own.get((ends[0] ?? "").toLowerCase());
      const hasColumn =
        !many ||
        !isOwnName(solution, column) ||
        attributesOf(many).some((attribute) => textOf(attribute, "LogicalName") === column);
      return [
        ...absent.map((end) => ({
          file,
          words: `Relationship ${name} names the table ${end}, which this solution lacks.`,
        })),
        ...(hasColumn
          ? []
          : [{ file, words: `Relationship ${name} rests on the column ${column}, which ${ends[0] ?? ""} lacks.` }]),
      ];
    });
  },
};

const choicesExist: Rule = {
  name: "every global choice that a column uses exists",
  check: (solution) => {
    const names = new Set(
      componentsIn(solution, "optionsets").map((choice) => (choice.getAttribute("Name") ?? "").toLowerCase()),
    );
    return descendantsOf(solution.customizations, "OptionSetName")
      .map((element) => element.textContent?.trim() ?? "")
      .filter((name) => isOwnName(solution, name) && !names.has(name.toLowerCase()))
      .filter(
        (name) =>
          !descendantsOf(solution.customizations, "optionset").some((choice) => choice.getAttribute("Name") === name),
      )
      .map((name) => ({ file, words: `A column uses the choice ${name}, which this solution lacks.` }));
  },
};

/** Rules about tables, columns, choices and relationships. */
export const schemaRules: readonly Rule[] = [columnNames, optionValues, lookups, relationshipEnds, choicesExist];
