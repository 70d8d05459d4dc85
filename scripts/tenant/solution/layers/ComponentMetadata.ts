import type { ChoiceOption, ColumnMetadata, GlobalChoice, TableMetadata } from "../../dataverse/metadata";
import type { ManagedValues } from "./ManagedValues";
import { fingerprints, mergeValues } from "./threeWay";

type Fact = string | number | boolean | undefined;
type Facts = Readonly<Record<string, Fact>>;

/** What makers change of a table: what it is called. */
const factsOfTable = ({
  displayName,
  collectionName,
}: Pick<TableMetadata, "displayName" | "collectionName">): Facts => ({
  displayName,
  collectionName,
});

/** What makers change of a column; kind, target and security are the solution's. */
function factsOfColumn({
  displayName,
  description,
  required,
  maxLength,
  minValue,
  maxValue,
  format,
  defaultValue,
}: ColumnMetadata): Facts {
  return { displayName, description, required, maxLength, minValue, maxValue, format, defaultValue };
}

const optionName = (value: number): string => `option ${value}`;

/** Options are merged one by one: makers relabel those of a solution and add their own behind them. */
const factsOfOptions = (options: readonly ChoiceOption[]): Facts =>
  Object.fromEntries(options.map((option) => [optionName(option.value), option.label]));

const withoutEmpty = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

/** What solutions say of tables, columns and choices, merged with what makers in the environment have made of them. */
export class ComponentMetadata {
  readonly #managed: ManagedValues;
  readonly #solution: string | undefined;

  /** `solution` is the managed solution that speaks; undefined for an unmanaged one, which is the environment's own. */
  constructor(managed: ManagedValues, solution: string | undefined) {
    this.#managed = managed;
    this.#solution = solution;
  }

  table<T extends Pick<TableMetadata, "displayName" | "collectionName">>(
    id: string,
    said: T,
    present: T | undefined,
  ): T {
    return { ...said, ...this.#merge("$table", id, factsOfTable(said), present && factsOfTable(present)) };
  }

  column(id: string, said: ColumnMetadata, present: ColumnMetadata | undefined): ColumnMetadata {
    const facts = this.#merge("$column", id, factsOfColumn(said), present && factsOfColumn(present));
    const isOwn = said.options !== undefined && said.optionSetName === undefined;
    const options = isOwn ? { options: this.#options("$options", id, said.options ?? [], present?.options) } : {};
    return withoutEmpty({ ...said, ...facts, ...options });
  }

  choice(said: GlobalChoice, present: GlobalChoice | undefined): GlobalChoice {
    const { displayName } = said;
    const facts = this.#merge("$choice", said.name, { displayName }, present && { displayName: present.displayName });
    return { ...said, ...facts, options: this.#options("$options", said.name, said.options, present?.options) };
  }

  #merge(kind: string, id: string, said: Facts, present: Facts | undefined): Facts {
    if (this.#solution === undefined) return said;
    const written = present && this.#managed.find(kind, id);
    this.#managed.note(this.#solution, kind, id, fingerprints(said));
    return written ? mergeValues(written, present, said) : said;
  }

  #options(kind: string, id: string, said: readonly ChoiceOption[], present?: readonly ChoiceOption[]): ChoiceOption[] {
    const written = this.#managed.find(kind, id) ?? {};
    const labels = this.#merge(kind, id, factsOfOptions(said), present && factsOfOptions(present));
    const merged = said.map((option) => ({
      ...option,
      label: String(labels[optionName(option.value)] ?? option.label),
    }));
    const known = new Set(said.map(({ value }) => value));
    const added = (present ?? []).filter(({ value }) => !known.has(value) && written[optionName(value)] === undefined);
    return this.#solution === undefined ? merged : [...merged, ...added];
  }
}
