import { Link, Toggle } from "@fluentui/react";
import * as React from "react";
import { toAge } from "../../shared/toAge";
import { useNow } from "../../shared/useNow";
import type { Words } from "../../shared/words";
import { choices } from "../../../Solution/engine/domain/schema";

export interface PanelProps {
  words: Words<string>;
  status: number | null;
  isSyncOn: boolean;
  isReadOnly: boolean;
  referralLink: string | null;
  lastSyncedOn: Date | null;
  onSetSync: (isOn: boolean) => void;
  onOpenLink: (url: string) => void;
}

const statusName = (value: number | null): string =>
  Object.entries(choices.syncStatus).find(([, choice]) => choice === value)?.[0] ?? "notShared";

export const Panel = (props: PanelProps): React.ReactElement => {
  const { words, referralLink, lastSyncedOn } = props;
  const now = useNow(1_000);
  const age = lastSyncedOn && toAge(lastSyncedOn, now);
  return (
    <div className="cosell-panel">
      <p role="status">
        <strong>{words(`Status_${statusName(props.status)}`)}</strong>{" "}
        {age && words("LastSynced", words(`Age_${age.unit}`, age.count))}
      </p>
      <Toggle
        label={words("Toggle_Label")}
        onText={words("Toggle_On")}
        offText={words("Toggle_Off")}
        checked={props.isSyncOn}
        disabled={props.isReadOnly}
        onChange={(_event, isOn) => props.onSetSync(isOn === true)}
      />
      {referralLink && <Link onClick={() => props.onOpenLink(referralLink)}>{words("OpenReferral")}</Link>}
    </div>
  );
};
