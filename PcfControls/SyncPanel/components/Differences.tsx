import * as React from "react";
import type { Words } from "../../shared/words";
import type { DifferenceRow } from "../toSideRows";

export interface DifferencesProps {
  words: Words;
  rows: readonly DifferenceRow[];
}

/** What Partner Center holds otherwise than this opportunity, side by side. */
export const Differences = ({ words, rows }: DifferencesProps): React.ReactElement | null => {
  if (rows.length === 0) return null;
  return (
    <table className="cosell-differences">
      <caption>{words("Differences")}</caption>
      <thead>
        <tr>
          <th scope="col">{words("Differences_Field")}</th>
          <th scope="col">{words("Differences_Here")}</th>
          <th scope="col">{words("Differences_There")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, here, there }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{here || words("Preview_Empty")}</td>
            <td>{there || words("Preview_Empty")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
