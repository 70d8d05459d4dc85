import { dealCommands, type DealCommand } from "./dealCommands";

/** What can be done with rows of the connector's own tables. */
const rowCommands = [
  "replay",
  "keepDynamics365",
  "takePartnerCenter",
  "undoDecision",
  "moveReferral",
  "takeOffReferral",
] as const;

export type RowCommand = (typeof rowCommands)[number];

/** Everything that command bars name. */
export type CommandName = DealCommand | RowCommand;

export const isRowCommand = (command: CommandName): command is RowCommand =>
  rowCommands.some((each) => each === command);

/** The command that a command bar names. One that there is not is a mistake of the command bar. */
export const toCommandName = (name: string): CommandName => {
  const command = [...dealCommands, ...rowCommands].find((each) => each === name);
  if (command === undefined) throw new Error(`A command bar names the command ${name}, which there is not.`);
  return command;
};
