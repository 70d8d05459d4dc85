import * as React from "react";
import type { Words } from "../../words";

export interface SideTableProps {
  words: Words;
  caption: string;
  children: React.ReactNode;
}

/** A table of fields with both sides' values; each field heads its own row, so that values have room in a narrow column. */
export const SideTable = ({ words, caption, children }: SideTableProps): React.ReactElement => (
  <table className="cosell-sides">
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{words("Differences_Here")}</th>
        <th scope="col">{words("Differences_There")}</th>
      </tr>
    </thead>
    {children}
  </table>
);

export interface SideRowProps {
  label: string;
  here: React.ReactNode;
  there: React.ReactNode;
  /** What can be done with either value; below both, and level with each other. */
  actions?: { here: React.ReactNode; there: React.ReactNode } | null;
  /** A sentence about both values. */
  why?: string;
}

/** One field. */
export const SideRow = ({ label, here, there, actions = null, why = "" }: SideRowProps): React.ReactElement => (
  <tbody>
    <tr>
      <th scope="rowgroup" colSpan={2}>
        {label}
      </th>
    </tr>
    <tr>
      <td>{here}</td>
      <td>{there}</td>
    </tr>
    {actions !== null && (
      <tr>
        <td>{actions.here}</td>
        <td>{actions.there}</td>
      </tr>
    )}
    {why !== "" && (
      <tr>
        <td className="cosell-why" colSpan={2}>
          {why}
        </td>
      </tr>
    )}
  </tbody>
);
