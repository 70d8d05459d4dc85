import { accessSwitches } from "./accessSwitches";
import { editSwitches } from "./editSwitches";
import { creationSwitches } from "./creationSwitches";
import { microsoftSwitches } from "./microsoftSwitches";
import { readingSwitches } from "./readingSwitches";
import { throttleSwitches } from "./throttleSwitches";
import { webhookSwitches } from "./webhookSwitches";

/**
 * Where the documentation is silent or contradicts itself, the sandbox takes a side and says so here. A client is right
 * only if it lives with every value. Each entry: the possible values, the one taken, and what is unknown.
 */
export const switchGroups = {
  "Who may call": accessSwitches,
  "New referrals": creationSwitches,
  Changes: editSwitches,
  "Microsoft's part": microsoftSwitches,
  Reading: readingSwitches,
  Throttling: throttleSwitches,
  Webhooks: webhookSwitches,
} as const;

export const switchTable = {
  ...accessSwitches,
  ...creationSwitches,
  ...editSwitches,
  ...microsoftSwitches,
  ...readingSwitches,
  ...throttleSwitches,
  ...webhookSwitches,
} as const;

export type SwitchName = keyof typeof switchTable;
export type Switches = { [Name in SwitchName]: (typeof switchTable)[Name]["values"][number] };

export const switchNames = Object.keys(switchTable) as SwitchName[];

/** Every switch at its default, but for those given. */
export function setSwitches(given: Partial<Switches> = {}): Switches {
  const defaults = Object.fromEntries(switchNames.map((name) => [name, switchTable[name].default])) as Switches;
  return { ...defaults, ...given };
}

/** Whether this text names a switch and one of its values. */
export function isSwitchSetting(name: string, value: unknown): boolean {
  if (!Object.hasOwn(switchTable, name)) return false;
  const values: readonly unknown[] = switchTable[name as SwitchName].values;
  return values.includes(value);
}
