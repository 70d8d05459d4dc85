import * as React from "react";
import type { Words } from "../../words";
import type { DifferenceRow } from "../toSideRows";
import { SideRow, SideTable } from "./SideTable";

export interface DifferencesProps {
  words: Words;
  caption: string;
  rows: readonly DifferenceRow[];
}

/** What Partner Center holds otherwise than this opportunity, side by side. */
export const Differences = ({ words, caption, rows }: DifferencesProps): React.ReactElement | null => {
  if (rows.length === 0) return null;
  return (
    <SideTable {...{ words, caption }}>
      {rows.map(({ label, here, there, why }) => (
        <SideRow
          key={label}
          label={label}
          here={<bdi>{here || words("Preview_Empty")}</bdi>}
          there={<bdi>{there || words("Preview_Empty")}</bdi>}
          why={why}
        />
      ))}
    </SideTable>
  );
};
