import type { PageColumn } from "../page/PageColumn";
import type { PageControl } from "../page/PageControl";

/** Members of choice controls: scripts may shorten or reorder what is offered. */
export function createChoiceControlMembers(control: PageControl, column: PageColumn) {
  const options = () => control.options ?? column.metadata.options ?? [];
  return {
    getOptions: () => options().map(({ label, value }) => ({ text: label, value })),
    addOption: ({ text, value }: { text: string; value: number }, index = options().length) => {
      const next = [...options()];
      next.splice(index, 0, { label: text, value });
      control.update({ options: next });
    },
    removeOption: (value: number) => control.update({ options: options().filter((option) => option.value !== value) }),
    clearOptions: () => control.update({ options: [] }),
  };
}
