import { toWords } from "../shared/words";
import type { PanelProps } from "./components/Panel";
import type { IInputs } from "./generated/ManifestTypes";

/** Everything the panel shows, read from the platform; nothing below this file knows ComponentFramework. */
export const toProps = (
  context: ComponentFramework.Context<IInputs>,
  onSetSync: (isOn: boolean) => void,
): PanelProps => {
  const { parameters } = context;
  return {
    words: toWords(context.resources),
    status: parameters.syncStatus.raw,
    isSyncOn: parameters.syncWithPartnerCenter.raw,
    isReadOnly: context.mode.isControlDisabled,
    referralLink: parameters.referralLink.raw,
    lastSyncedOn: parameters.lastSyncedOn.raw,
    onSetSync,
    onOpenLink: (url) => context.navigation.openUrl(url),
  };
};
