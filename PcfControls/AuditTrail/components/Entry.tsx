import * as React from "react";
import { Icon, type IconName } from "../../shared/Icon";
import type { Tone } from "../../shared/statuses";
import { withLocalTimes } from "../../shared/withLocalTimes";
import type { Words } from "../../shared/words";
import type { TrailEntry } from "../parseTrail";

export interface EntryProps {
  words: Words;
  entry: TrailEntry;
  formatDateTime: (moment: Date) => string;
}

const looks: Readonly<Record<TrailEntry["kind"], { icon: IconName; tone: Tone }>> = {
  success: { icon: "check", tone: "success" },
  problem: { icon: "cross", tone: "danger" },
  note: { icon: "info", tone: "neutral" },
};

export const Entry = ({ words, entry, formatDateTime }: EntryProps): React.ReactElement => {
  const { kind, occurredOn, text } = entry;
  return (
    <li className={`cosell-entry cosell-tone-${looks[kind].tone}`}>
      <Icon name={looks[kind].icon} />
      <div>
        {kind === "problem" && <span className="cosell-hidden">{words("Kind_problem")}</span>}
        <span dir="auto">{withLocalTimes(text, formatDateTime)}</span>
        {occurredOn && (
          <time dateTime={occurredOn.toISOString()} title={occurredOn.toISOString()}>
            {formatDateTime(occurredOn)}
          </time>
        )}
      </div>
    </li>
  );
};
