import * as React from "react";
import type { ChartPoint } from "./readPoints";

interface ChartDrawingProps {
  name: string;
  shape: "bars" | "columns" | "table";
  points: readonly ChartPoint[];
}

/** Share of the largest value, in percent; what is not nothing is seen. */
const shareOf = (value: number, largest: number): string =>
  `${value <= 0 || largest <= 0 ? 0 : Math.max(1, (value / largest) * 100)}%`;

const Rows: React.FC<Omit<ChartDrawingProps, "shape">> = ({ name, points }) => (
  <table className="chart-table" aria-label={name}>
    <tbody>
      {points.map(({ label, words }, at) => (
        <tr key={at}>
          <th scope="row" dir="auto">
            {label}
          </th>
          <td dir="auto">{words}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** A list to screen readers: each group with its number, which is text and never colour alone. */
const Drawing: React.FC<Omit<ChartDrawingProps, "name">> = ({ shape, points }) => {
  const largest = Math.max(...points.map(({ value }) => value));
  return (
    <ul className={`chart-${shape}`}>
      {points.map(({ label, value, words }, at) => (
        <li key={at} data-point={label} data-value={value}>
          <span className="chart-label" dir="auto">
            {label}
          </span>
          <span className="chart-track" aria-hidden="true">
            <span className="chart-fill" style={{ "--share": shareOf(value, largest) } as React.CSSProperties} />
          </span>
          <span className="chart-value" dir="auto">
            {words}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** Bars, columns, or the same as a table; long ones scroll. */
export const ChartDrawing: React.FC<ChartDrawingProps> = ({ name, shape, points }) => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys
  <div className="chart-scroll" role="region" aria-label={name} tabIndex={0}>
    {shape === "table" ? <Rows name={name} points={points} /> : <Drawing shape={shape} points={points} />}
  </div>
);
