import * as React from "react";
import type { CommandPlace } from "../../../solution/commandBar/CommandBar";
import type { CommandDescription } from "../../protocol";
import type { Services } from "../app/Services";
import { toWords } from "../app/toWords";
import type { Command } from "../shell/CommandStrip";
import { callScript } from "./callScript";
import type { CommandScope } from "./CommandScope";
import { holdsRules } from "./holdsRules";

type Item = Omit<CommandDescription, "place">;

/**
 * Buttons of solutions over a form or a list, whose rules hold. `scope` has to stay the same object until there is reason to ask
 * the rules again; buttons come when they have answered, as in Dynamics 365.
 */
export function useSolutionCommands(services: Services, place: CommandPlace, scope: CommandScope): Command[] {
  const [commands, setCommands] = React.useState<Command[]>([]);
  React.useEffect(() => {
    let isOutdated = false;
    const tell = (error: unknown): void => {
      void services.shell.error({ title: "Script error", text: `A command failed: ${toWords(error)}` });
    };
    const read = async (): Promise<void> => {
      const all = await services.directory.commands(scope.table);
      const own = all.filter((each) => each.place === place);
      const shown = await toCommands(own, scope, tell);
      if (!isOutdated) setCommands(shown);
    };
    read().catch(tell);
    return () => {
      isOutdated = true;
    };
  }, [services, place, scope]);
  return commands;
}

async function toCommands(
  items: readonly Item[],
  scope: CommandScope,
  tell: (error: unknown) => void,
): Promise<Command[]> {
  const shown = await Promise.all(items.map((item) => toCommand(item, scope, tell)));
  return shown.flatMap((command) => command ?? []);
}

async function toCommand(item: Item, scope: CommandScope, tell: (error: unknown) => void): Promise<Command | null> {
  const isShown = await holdsRules(item.rules, scope).catch((error: unknown) => {
    tell(error);
    return false;
  });
  if (!isShown) return null;
  const menu = await toCommands(item.menu, scope, tell);
  const { action } = item;
  // A menu with nothing in it is no help.
  if (action === null && menu.length === 0) return null;
  return {
    key: item.id,
    text: item.label,
    ...(item.description !== "" && { title: item.description }),
    ...(item.icon !== null && { image: `/WebResources/${item.icon}` }),
    ...(menu.length > 0 && { menu }),
    run: () => {
      if (action) callScript(action, scope).catch(tell);
    },
  };
}
