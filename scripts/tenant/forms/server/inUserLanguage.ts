import { inLanguage } from "../../dataverse/languages";
import type { ChoiceOption, ColumnMetadata, TableMetadata } from "../../dataverse/metadata";
import type { FormCatalogue } from "../FormCatalogue";

/** The same tables, as a user reads them: every name and label in one language. */
export const inUserLanguage = (catalogue: FormCatalogue, languageId: number): FormCatalogue => ({
  tables: () => catalogue.tables().map((table) => translated(table, languageId)),
  relationships: () => catalogue.relationships(),
});

/** What a form or view of a table is called in a language, by id and English name. */
export function namesIn(languageId: number, catalogue: FormCatalogue, table: string) {
  const names = catalogue.tables().find(({ logicalName }) => logicalName === table)?.partNames;
  return (id: string, name: string): string => inLanguage(languageId, name, names?.[id]);
}

const translated = (table: TableMetadata, languageId: number): TableMetadata => ({
  ...table,
  displayName: inLanguage(languageId, table.displayName, table.displayNames),
  collectionName: inLanguage(languageId, table.collectionName, table.collectionNames),
  columns: table.columns.map((column) => translatedColumn(column, languageId)),
});

const translatedColumn = (column: ColumnMetadata, languageId: number): ColumnMetadata => ({
  ...column,
  displayName: inLanguage(languageId, column.displayName, column.displayNames),
  ...(column.options && { options: column.options.map((option) => translatedOption(option, languageId)) }),
});

const translatedOption = (option: ChoiceOption, languageId: number): ChoiceOption => ({
  ...option,
  label: inLanguage(languageId, option.label, option.labels),
});
