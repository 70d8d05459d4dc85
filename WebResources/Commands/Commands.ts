import { toId } from "../../PcfControls/shared/deal/toId";
import { createFormParts } from "../shared/forms/createFormParts";
import { toRecordId } from "../shared/forms/formRecord";
import { copyReferralIds, openInPartnerCenter } from "./browserCommands";
import { isRowCommand, toCommandName, type CommandName } from "./CommandName";
import { createDealTask, type DealTaskParts } from "./createDealTask";
import { createPlatform } from "./createPlatform";
import { createRowTask } from "./createRowTask";
import { doesSomething } from "./dealCommands";
import { createDealMemory, toDealTable } from "./readDealsOf";
import { runInList } from "./runInList";
import { runOnForm } from "./runOnForm";
import type { Task } from "./Task";

const { client, settings, ask } = createFormParts();
const platform = createPlatform(ask);
const partsOfForm: DealTaskParts = { client, platform, settings };
// Summaries of lists have no check marks.
const parts: DealTaskParts = { client, platform, settings: async () => ({ isCheckMarkShown: false }) };
const readRecently = createDealMemory(client);

const idsOf = (form: Xrm.FormContext): string[] => {
  const id = toRecordId(form);
  return id === null ? [] : [id];
};
const bare = (ids: readonly string[]): string[] => ids.flatMap((id) => toId(id) ?? []);

/** Rule of command bars: whether one of the commands, joined by commas, does something for the record on the form. */
export const isAvailable = async (form: Xrm.FormContext, commands: string): Promise<boolean> =>
  isAvailableInList(idsOf(form), form.data.entity.getEntityName(), commands);

/** Rule of command bars: whether one of the commands, joined by commas, does something for one of the selected rows. */
export const isAvailableInList = async (ids: string[], table: string, commands: string): Promise<boolean> => {
  const wanted = commands.split(",").map(toCommandName);
  const answers = await Promise.all(wanted.map((command) => hasWork(command, table, bare(ids))));
  return answers.some(Boolean);
};

/** Command of a form. */
export const run = async (form: Xrm.FormContext, command: string): Promise<void> => {
  const table = form.data.entity.getEntityName();
  await carryOut(toCommandName(command), table, idsOf(form), async (wanted) => {
    const task = taskOf(partsOfForm, table, wanted);
    if (task) await runOnForm(form, task);
  });
};

/** Command of a list, for the selected rows. */
export const runSelected = async (
  grid: Xrm.Controls.GridControl,
  ids: string[],
  table: string,
  command: string,
): Promise<void> => {
  const selected = bare(ids);
  await carryOut(toCommandName(command), table, selected, async (wanted) => {
    const task = taskOf(parts, table, wanted);
    if (task) await runInList(platform, task, selected, () => grid.refresh());
  });
};

type TaskCommand = Exclude<CommandName, "openInPartnerCenter" | "copyReferralId">;

/** Null where a command is none for a table. */
const taskOf = (given: DealTaskParts, table: string, command: TaskCommand): Task | null => {
  if (isRowCommand(command)) return createRowTask(given, table, command);
  const dealTable = toDealTable(table);
  return dealTable ? createDealTask(given, dealTable, command) : null;
};

const hasWork = async (command: CommandName, table: string, ids: readonly string[]): Promise<boolean> => {
  if (!isRowCommand(command)) return (await readRecently(table, ids)).some((deal) => doesSomething(command, deal));
  const found = await createRowTask(parts, table, command).find(ids);
  return found.kind === "done" && found.value.length > 0;
};

const carryOut = async (
  command: CommandName,
  table: string,
  ids: readonly string[],
  atServer: (command: TaskCommand) => Promise<void>,
): Promise<void> => {
  readRecently.forget();
  await settings();
  if (command === "openInPartnerCenter") return openInPartnerCenter(parts, table, ids);
  if (command === "copyReferralId") return copyReferralIds(parts, table, ids);
  await atServer(command);
  readRecently.forget();
};
