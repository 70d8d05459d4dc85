import type { OrganizationService } from "../../dataverse/OrganizationService";
import type { CommandBarButton, CommandRule } from "../../solution/commandBar/CommandBar";
import { readCommandBar } from "../../solution/commandBar/readCommandBar";
import { commandBarKind } from "../../solution/contents/readStoredComponents";
import type { CommandDescription, OpenRule } from "../protocol";
import { componentsOf } from "./componentsOf";

/** Whether the user's roles give a right on rows of a table, as far as `depth`. */
export type HasPrivilege = (privilege: { right: string; depth: number; table: string }) => Promise<boolean>;

/** What solutions add to the command bars of a table for one user; the rest of the rules is for the page. */
export async function describeCommands(
  service: OrganizationService,
  table: string,
  languageId: number,
  hasPrivilege: HasPrivilege,
): Promise<CommandDescription[]> {
  const bars = await componentsOf(service, commandBarKind);
  const own = bars.filter(({ name }) => name.toLowerCase() === table);
  const buttons = own.flatMap(({ root }) => readCommandBar(root, table, languageId).buttons);
  return Promise.all(
    buttons
      .sort((one, other) => one.sequence - other.sequence)
      .map(async ({ place, ...button }) => ({ place, ...(await forUser(button, hasPrivilege)) })),
  );
}

type ForUser = Omit<CommandDescription, "place">;

const forUser = async ({ menu, rules, ...button }: CommandBarButton, hasPrivilege: HasPrivilege): Promise<ForUser> => ({
  ...button,
  rules: await Promise.all(rules.map((rule) => answered(rule, hasPrivilege))),
  menu: await Promise.all(menu.map((item) => forUser(item, hasPrivilege))),
});

async function answered(rule: CommandRule, hasPrivilege: HasPrivilege): Promise<OpenRule> {
  if (rule.kind === "privilege") return { kind: "constant", holds: (await hasPrivilege(rule)) !== rule.isInverted };
  if (rule.kind !== "any") return rule;
  const of = rule.of.map((rules) => Promise.all(rules.map((each) => answered(each, hasPrivilege))));
  return { kind: "any", of: await Promise.all(of) };
}
