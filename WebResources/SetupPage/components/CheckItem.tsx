import * as React from "react";
import type { SetupCheck } from "../checks/SetupCheck";
import { strings } from "../strings";
import { StateIcon } from "./StateIcon";

/** One check: how it stands, what to do, and who can do it. */
export const CheckItem = ({ check }: { check: SetupCheck }): React.ReactElement => (
  <li className="check" data-check={check.name} data-state={check.state}>
    <StateIcon state={check.state} />
    <div>
      <h3>{check.title}</h3>
      <p>{check.words}</p>
      {check.fix !== "" && (
        <p className="fix">
          {check.fix} <span className="owner">{strings.owners[check.owner]}</span>
        </p>
      )}
    </div>
  </li>
);
