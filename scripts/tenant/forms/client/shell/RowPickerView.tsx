import { DefaultButton, Dialog, DialogFooter, SearchBox } from "@fluentui/react";
import * as React from "react";
import type { RowPicker } from "../app/Shell";
import type { Services } from "../app/Services";
import { toWords } from "../app/toWords";
import { searchTable, type LookupSuggestion } from "../controls/useLookupSearch";

interface RowPickerProps {
  services: Services;
  picker: RowPicker;
}

/** A row of some tables to choose, over the page. */
export const RowPickerView: React.FC<RowPickerProps> = ({ services, picker: { tables, close } }) => {
  const [text, setText] = React.useState("");
  const [found, setFound] = React.useState<readonly LookupSuggestion[]>([]);
  const [problem, setProblem] = React.useState<string | null>(null);
  React.useEffect(() => {
    let isOutdated = false;
    const search = async (): Promise<void> => {
      const rows = await Promise.all(
        tables.map(async (name) => searchTable(services, (await services.directory.table(name)).table, text)),
      );
      if (!isOutdated) setFound(rows.flat());
    };
    search().catch((error: unknown) => setProblem(toWords(error)));
    return () => {
      isOutdated = true;
    };
  }, [services, tables, text]);
  return (
    <Dialog
      hidden={false}
      minWidth={420}
      dialogContentProps={{ title: "Look up records" }}
      modalProps={{ isBlocking: true }}
      onDismiss={() => close(null)}
    >
      <SearchBox ariaLabel="Look for a record" onChange={(_event, typed = "") => setText(typed)} />
      {problem !== null && <p role="alert">{problem}</p>}
      <ul className="row-picker" data-row-picker>
        {found.map((row) => (
          <li key={row.id}>
            <DefaultButton text={row.name || "(No name)"} onClick={() => close(row)} />
          </li>
        ))}
      </ul>
      <DialogFooter>
        <DefaultButton text="Cancel" onClick={() => close(null)} />
      </DialogFooter>
    </Dialog>
  );
};
