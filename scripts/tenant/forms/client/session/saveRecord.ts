import type { FormPage } from "../page/FormPage";
import { toXrmId } from "../xrm/ids";
import type { WebApiRow } from "../webApi/WebApiClient";
import { WebApiError } from "../webApi/WebApiError";
import { writeColumn } from "../webApi/writeColumn";
import { createSaveEventArgs } from "../xrm/saveEventArgs";
import type { FormSession } from "./FormSession";
import { readRecord } from "./readRecord";
import { findObstacles } from "./findObstacles";

export type SaveMode = "save" | "saveandclose" | "saveandnew";

export type SaveOutcome =
  | { kind: "saved"; id: string }
  /** An OnSave handler called `preventDefault`. */
  | { kind: "prevented" }
  /** Required columns are empty, or a control holds an error. */
  | { kind: "incomplete"; obstacles: string[] }
  | { kind: "refused"; error: WebApiError };

const obstacleNotification = "tenant-save-obstacles";

function bodyOf(page: FormPage): WebApiRow {
  const sent = [...page.columns.values()].filter(({ isDirty, submitMode, metadata }) => {
    const isWritable = page.id === null ? metadata.validForCreate : metadata.validForUpdate;
    return (
      isWritable &&
      (submitMode === "always" ||
        (isDirty && submitMode === "dirty") ||
        (page.id === null && metadata.type === "owner"))
    );
  });
  return Object.assign(
    {},
    ...sent.map((column) => writeColumn(column.metadata, column.value, column.targets)),
  ) as WebApiRow;
}

async function write({ page, services: { api } }: FormSession): Promise<string> {
  const { table } = page.description;
  const body = bodyOf(page);
  if (page.id === null) return api.create(table.entitySetName, body);
  if (Object.keys(body).length > 0) await api.update(table.entitySetName, page.id, body);
  return page.id;
}

function showObstacles(page: FormPage, obstacles: readonly string[]): void {
  const others = page.notifications.filter(({ id }) => id !== obstacleNotification);
  const own = obstacles.map((message) => ({ id: obstacleNotification, message, level: "ERROR" as const }));
  page.update({ notifications: [...others, ...own] });
}

function announce(session: FormSession, error: WebApiError | null): void {
  const { page } = session;
  const eventArgs = {
    getIsSaveSuccess: () => error === null,
    getSaveErrorInfo: () => (error ? { errorCode: error.code, message: error.message } : null),
    getEntityReference: () => ({
      entityType: page.description.table.logicalName,
      id: page.id === null ? "" : toXrmId(page.id),
      name: page.title,
    }),
  };
  page.events.postSave.run(session.executionContext(eventArgs), session.reportHandlerError);
}

export async function saveRecord(session: FormSession, mode: SaveMode): Promise<SaveOutcome> {
  const { page, services } = session;
  const eventArgs = createSaveEventArgs(mode);
  page.events.save.run(session.executionContext(eventArgs), session.reportHandlerError);
  if (eventArgs.isDefaultPrevented()) return { kind: "prevented" };
  const obstacles = findObstacles(page);
  showObstacles(page, obstacles);
  if (obstacles.length > 0) return { kind: "incomplete", obstacles };
  try {
    const id = await write(session);
    page.load(id, await readRecord(services.api, page.description.table, id));
    announce(session, null);
    return { kind: "saved", id };
  } catch (error) {
    if (!(error instanceof WebApiError)) throw error;
    announce(session, error);
    return { kind: "refused", error };
  }
}
