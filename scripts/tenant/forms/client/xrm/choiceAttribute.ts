import type { ChoiceOption } from "../../../dataverse/metadata";
import type { PageColumn } from "../page/PageColumn";

interface XrmOption {
  text: string;
  value: number;
}

const toXrmOption = ({ label, value }: ChoiceOption): XrmOption => ({ text: label, value });

const selectedIn = (column: PageColumn, options: readonly XrmOption[]): XrmOption[] => {
  const { value } = column;
  const chosen = Array.isArray(value) ? value : [typeof value === "boolean" ? Number(value) : value];
  return options.filter((option) => chosen.includes(option.value));
};

/** Members of choice and yes/no attributes; several at once for a multi-select one. */
export function createChoiceMembers(column: PageColumn) {
  const options = (column.metadata.options ?? []).map(toXrmOption);
  const isMultiple = column.metadata.type === "multiselectpicklist";
  return {
    getOptions: () => options,
    getOption: (key: number | string) =>
      options.find(({ text, value }) => value === Number(key) || text === key) ?? null,
    getSelectedOption: () => (isMultiple ? selectedIn(column, options) : (selectedIn(column, options)[0] ?? null)),
    getText: () => {
      const texts = selectedIn(column, options).map(({ text }) => text);
      return isMultiple ? texts : (texts[0] ?? "");
    },
    getInitialValue: () => column.savedValue,
  };
}
