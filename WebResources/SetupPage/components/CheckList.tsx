import * as React from "react";
import type { CheckGroup, SetupCheck } from "../checks/SetupCheck";
import { strings } from "../strings";
import { CheckItem } from "./CheckItem";

const order = ["problem", "warning", "ok"] as const;
const byGravity = (one: SetupCheck, other: SetupCheck): number => order.indexOf(one.state) - order.indexOf(other.state);

const groups = Object.keys(strings.checks.groups) as CheckGroup[];

/** All checks by what they are about; what does not work stands first and opens its group; what roles hide does not. */
export const CheckList = ({ checks }: { checks: readonly SetupCheck[] }): React.ReactElement => (
  <section aria-labelledby="checks-title">
    <h2 id="checks-title">{strings.checks.title}</h2>
    {groups.map((group) => {
      const own = checks.filter((check) => check.group === group);
      const passedCount = own.filter(({ state }) => state === "ok").length;
      return (
        <details
          key={group}
          open={own.some(({ state, unread }) => state !== "ok" && unread !== "forbidden")}
          data-group={group}
        >
          <summary>
            <span className="group-title">{strings.checks.groups[group]}</span>
            <span className="group-count">{strings.checks.passed(passedCount, own.length)}</span>
          </summary>
          <ul className="checks">
            {[...own].sort(byGravity).map((check) => (
              <CheckItem key={check.name} check={check} />
            ))}
          </ul>
        </details>
      );
    })}
  </section>
);
