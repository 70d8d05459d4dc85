import * as React from "react";

// Drawn here and not taken from Fluent's icon font: a font may be late or blocked, and the state must never be colour alone.
const circle = "M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5Z";
const shapes = {
  arrowDown: "M8 2.5v10.5M3.75 8.75 8 13l4.25-4.25",
  arrowUp: "M8 13.5V3M3.75 7.25 8 3l4.25 4.25",
  bothWays: "M2.5 5.5h10M9.5 2.5l3 3-3 3M13.5 10.5h-10M6.5 7.5l-3 3 3 3",
  check: `${circle}M5 8.25l2.1 2.1L11.2 6`,
  chevron: "M6 3.5 10.5 8 6 12.5",
  clock: `${circle}M8 4.5V8l2.5 1.75`,
  copy: "M5.75 5.75h7.5v7.5h-7.5ZM10.25 5.5V2.75h-7.5v7.5H5.5",
  cross: `${circle}M5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5`,
  eye: "M1.5 8S4 3.75 8 3.75 14.5 8 14.5 8 12 12.25 8 12.25 1.5 8 1.5 8ZM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z",
  hourglass: "M4 2.25h8M4 13.75h8M5 2.5c0 3 6 3 6 5.5s-6 2.5-6 5.5M11 2.5c0 3-6 3-6 5.5s6 2.5 6 5.5",
  info: `${circle}M8 7.5v3.75M8 4.75v.5`,
  lock: "M3.75 7.25h8.5v6.5h-8.5ZM5.5 7V4.75a2.5 2.5 0 0 1 5 0V7",
  none: `${circle}M5.25 8h5.5`,
  offline: "M2.5 2.5l11 11M5 6.75a3 3 0 0 0-1 5.75h7M7 4.3a3.75 3.75 0 0 1 4.6 3 2.6 2.6 0 0 1 1.6 3.9",
  pause: `${circle}M6.25 5.5v5M9.75 5.5v5`,
  refresh: "M13.25 8A5.25 5.25 0 1 1 11.5 4.1M13 1.75v3h-3",
  warning: "M8 2 14.5 13.5h-13ZM8 6.5v3.25M8 11.25v.5",
} as const;

export type IconName = keyof typeof shapes;

/** A line drawing in the colour of the text around it. Always beside words, so it is hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }): React.ReactElement => (
  <svg className="cosell-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path
      d={shapes[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
