import * as React from "react";
import type { MappedField } from "../../mapping/Mapping";
import { countFields, filterFields, mappingFilters, type MappingFilter } from "../../mapping/filterFields";
import type { SetupClient } from "../../SetupClient";
import { strings } from "../../strings";
import { TextField } from "../TextField";
import { FieldRow } from "./FieldRow";

export interface FieldListProps {
  client: SetupClient;
  fields: readonly MappedField[];
  onChanged: () => Promise<void>;
}

const text = strings.mapping;

/** All fields of the map; narrowed by what they are, and by text. */
export const FieldList = ({ client, fields, onChanged }: FieldListProps): React.ReactElement => {
  const [filter, setFilter] = React.useState<MappingFilter>("all");
  const [search, setSearch] = React.useState("");
  const counts = countFields(fields);
  const shown = filterFields(fields, filter, search);
  const isTested = fields.some(({ test }) => test !== null);
  return (
    <>
      <div className="actions" role="group" aria-label={text.filters}>
        {mappingFilters.map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={filter === name}
            data-filter={name}
            onClick={() => setFilter(name)}
          >
            {text.filter[name](counts[name])}
          </button>
        ))}
      </div>
      <TextField name="mappingSearch" label={text.search} value={search} onChange={setSearch} />
      <p role="status">{shown.length === 0 ? text.nothing : text.shown(shown.length)}</p>
      {shown.length > 0 && (
        <div className="table-frame">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.field}</th>
                <th scope="col">{text.column}</th>
                <th scope="col">{text.direction}</th>
                {isTested && <th scope="col">{text.tested}</th>}
                <th scope="col">{text.verdict}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {shown.map((field) => (
                <FieldRow key={field.row.key} {...{ client, field, isTested, onChanged }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
};
