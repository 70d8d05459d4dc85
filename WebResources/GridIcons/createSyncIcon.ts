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

/** Image function of a view: row as JSON text and the user's language in, `[image web resource, tooltip]` out. */
export type ImageFunction = (rowData: string, languageId: number) => Promise<Icon>;

/**
 * Icon beside the name in a view, empty where the row was never shared, the view lacks the Sync Status column, or the setting
 * hides the mark. The setting is asked for once there is something to show. Lists wait for a promise, as the image functions of
 * "Display custom icons alongside values in list views" may return one.
 */
export const createSyncIcon =
  (isMarkShown: () => Promise<boolean>): ImageFunction =>
  async (rowData, languageId) => {
    const icon = toIcon(rowData, languageId);
    return icon === noIcon || (await isMarkShown()) ? icon : noIcon;
  };

const toIcon = (rowData: string, languageId: number): Icon => {
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
