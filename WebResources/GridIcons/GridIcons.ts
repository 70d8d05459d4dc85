import { choices, columns, webResources } from "../../Solution/engine/domain/schema";
import { strings } from "./strings";

/** The texts of the icons in other languages, by the number that the platform gives a language. */
declare const COSELL_ICON_TEXTS: Readonly<Record<number, Partial<Record<string, string>>>> | undefined;

type Icon = [webResource: string, tooltip: string];

const { syncStatus } = choices;

const icons: Readonly<Record<number, readonly [webResource: string, text: keyof typeof strings]>> = {
  [syncStatus.blocked]: [webResources.attention, "blocked"],
  [syncStatus.ready]: [webResources.waiting, "ready"],
  [syncStatus.queued]: [webResources.waiting, "queued"],
  [syncStatus.sending]: [webResources.waiting, "sending"],
  [syncStatus.waitingOnMicrosoft]: [webResources.synced, "waitingOnMicrosoft"],
  [syncStatus.inSync]: [webResources.synced, "inSync"],
  [syncStatus.changedHere]: [webResources.waiting, "changedHere"],
  [syncStatus.changedAtMicrosoft]: [webResources.waiting, "changedAtMicrosoft"],
  [syncStatus.conflict]: [webResources.attention, "conflict"],
  [syncStatus.needsAttention]: [webResources.attention, "needsAttention"],
  [syncStatus.closed]: [webResources.synced, "closed"],
};

const noIcon: Icon = ["", ""];

const translations = typeof COSELL_ICON_TEXTS === "undefined" ? {} : COSELL_ICON_TEXTS;

/**
 * Icon beside the name in a view: `[image web resource, tooltip]`, both empty when the row was never shared.
 * `rowData` is the row as JSON text, `languageId` the user's language; a view that does not hold the Sync Status column shows no icon.
 */
export const syncIcon = (rowData: string, languageId: number): Icon => {
  try {
    const row: unknown = JSON.parse(rowData);
    if (typeof row !== "object" || row === null) return noIcon;
    const status = (row as Record<string, unknown>)[`${columns.opportunity.syncStatus}_Value`];
    const [image, text] = icons[Number(status)] ?? [];
    if (image === undefined || text === undefined) return noIcon;
    return [image, translations[languageId]?.[`icons.${text}`] ?? strings[text]];
  } catch {
    return noIcon;
  }
};
