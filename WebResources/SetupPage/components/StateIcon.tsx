import * as React from "react";
import type { SetupCheck } from "../checks/SetupCheck";
import { strings } from "../strings";

const paths: Readonly<Record<SetupCheck["state"], string>> = {
  ok: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.4 5.3-4 4.2a.7.7 0 0 1-1 0L4.6 8.7l1-1 1.3 1.3 3.5-3.7 1 1Z",
  warning:
    "M8.9 2 15 13.2c.3.7-.1 1.5-.9 1.5H1.9c-.8 0-1.2-.8-.9-1.5L7.1 2c.4-.7 1.4-.7 1.8 0ZM7.3 6v4h1.4V6H7.3Zm0 5.2v1.4h1.4v-1.4H7.3Z",
  problem:
    "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm2.8 8.8-1 1L8 9l-1.8 1.8-1-1L7 8 5.2 6.2l1-1L8 7l1.8-1.8 1 1L9 8l1.8 1.8Z",
};

/** State as shape and colour, and as words for who sees neither. */
export const StateIcon = ({ state }: Pick<SetupCheck, "state">): React.ReactElement => (
  <svg
    className={`state-icon ${state}`}
    viewBox="0 0 16 16"
    width="16"
    height="16"
    role="img"
    aria-label={strings.checks.states[state]}
  >
    <path d={paths[state]} />
  </svg>
);
