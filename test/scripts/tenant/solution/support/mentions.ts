import type { Element } from "@xmldom/xmldom";
import type {
  FormContent,
  SolutionContents,
  ViewContent,
} from "../../../../../scripts/tenant/solution/contents/SolutionContents";
import {
  attributeOf,
  childElement,
  childElements,
  childText,
  descendants,
  guidOf,
} from "../../../../../scripts/tenant/solution/elements";

/** What a solution speaks of and may expect to find in the environment. */
export class Mentions {
  readonly tables = new Map<string, Set<string>>();
  /** `table.column` of columns that relationships go through. */
  readonly lookups = new Set<string>();
  readonly views = new Set<string>();
  readonly relationships = new Set<string>();
  readonly webResources = new Set<string>();
  readonly controls = new Set<string>();

  constructor(contents: SolutionContents) {
    for (const table of contents.tables) {
      this.#note(table.logicalName);
      table.forms.forEach((form) => this.#noteForm(form));
      table.views.forEach((view) => this.#noteView(view));
      table.keys.flatMap((key) => key.columns).forEach((column) => this.#note(table.logicalName, column));
    }
    for (const { referencingTable, referencedTable, metadata } of contents.relationships) {
      this.#note(referencingTable, metadata?.referencingColumn);
      if (metadata) this.lookups.add(`${referencingTable}.${metadata.referencingColumn}`);
      if (referencedTable !== "owner") this.#note(referencedTable);
    }
    for (const step of contents.steps) {
      const images = step.images.flatMap((image) => image.attributes.split(",").map((name) => name.trim()));
      for (const column of [undefined, ...step.filteringAttributes, ...images]) this.#note(step.primaryTable, column);
    }
  }

  #note(table: string, column?: string): void {
    const columns = this.tables.get(table.toLowerCase()) ?? new Set<string>();
    this.tables.set(table.toLowerCase(), columns);
    if (column) columns.add(column.toLowerCase());
  }

  #noteForm({ form, table }: FormContent): void {
    for (const control of descendants(form, "control")) {
      const column = attributeOf(control, "datafieldname");
      if (column) this.#note(table, column);
      this.#noteSubgrid(childElement(control, "parameters"));
    }
    for (const library of descendants(form, "Library")) this.webResources.add(attributeOf(library, "name") ?? "");
    for (const handlers of descendants(form, "Handlers")) {
      for (const handler of descendants(handlers, "Handler"))
        this.webResources.add(attributeOf(handler, "libraryName") ?? "");
    }
    for (const control of descendants(form, "customControl")) this.controls.add(attributeOf(control, "name") ?? "");
  }

  #noteSubgrid(parameters: Element | undefined): void {
    const table = childText(parameters, "TargetEntityType");
    const view = guidOf(childText(parameters, "ViewId"));
    const relationship = childText(parameters, "RelationshipName");
    if (table) this.#note(table);
    if (view) this.views.add(view);
    if (relationship) this.relationships.add(relationship);
  }

  #noteView({ fetch, grid, table }: ViewContent): void {
    for (const entity of [...childElements(fetch, "entity"), ...descendants(fetch, "link-entity")]) {
      const name = attributeOf(entity, "name") ?? "";
      this.#note(name);
      for (const element of [...childElements(entity, "attribute"), ...childElements(entity, "order")]) {
        this.#note(name, attributeOf(element, element.nodeName === "order" ? "attribute" : "name"));
      }
      for (const condition of descendants(childElement(entity, "filter"), "condition"))
        this.#note(name, attributeOf(condition, "attribute"));
    }
    for (const cell of descendants(grid, "cell")) {
      const name = attributeOf(cell, "name") ?? "";
      if (!name.includes(".")) this.#note(table, name);
    }
  }
}
