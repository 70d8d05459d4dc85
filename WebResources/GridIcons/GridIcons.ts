import { choices, columns, webResources } from "../../Solution/engine/domain/schema";

type Icon = [webResource: string, tooltip: string];

const { syncStatus } = choices;

const icons: Readonly<Record<number, Icon>> = {
  [syncStatus.blocked]: [webResources.attention, "Not sent to Partner Center yet: something is missing"],
  [syncStatus.ready]: [webResources.waiting, "Ready to be sent to Partner Center"],
  [syncStatus.queued]: [webResources.waiting, "Waits to be sent to Partner Center"],
  [syncStatus.sending]: [webResources.waiting, "Being sent to Partner Center"],
  [syncStatus.waitingOnMicrosoft]: [webResources.synced, "Shared in Partner Center; Microsoft has not answered yet"],
  [syncStatus.inSync]: [webResources.synced, "In sync with Partner Center"],
  [syncStatus.changedHere]: [webResources.waiting, "Partner Center does not have the last change yet"],
  [syncStatus.changedAtMicrosoft]: [webResources.waiting, "Changed in Partner Center: open the opportunity to compare"],
  [syncStatus.conflict]: [webResources.attention, "Changed on both sides: open the opportunity to compare"],
  [syncStatus.needsAttention]: [
    webResources.attention,
    "Partner Center sync needs attention: open the opportunity to see why",
  ],
  [syncStatus.closed]: [webResources.synced, "Closed in Partner Center"],
};

const noIcon: Icon = ["", ""];

/**
 * Icon beside the name in a view: `[image web resource, tooltip]`, both empty when the row was never shared.
 * `rowData` is the row as JSON text; a view that does not hold the Sync Status column shows no icon.
 */
export const syncIcon = (rowData: string, _lcid: number): Icon => {
  try {
    const row: unknown = JSON.parse(rowData);
    if (typeof row !== "object" || row === null) return noIcon;
    const status = (row as Record<string, unknown>)[`${columns.opportunity.syncStatus}_Value`];
    return icons[Number(status)] ?? noIcon;
  } catch {
    return noIcon;
  }
};
