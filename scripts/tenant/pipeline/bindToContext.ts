import { AsyncResource } from "node:async_hooks";
import type { OrganizationService } from "../dataverse/OrganizationService";

/**
 * The same service, every call of which runs in the asynchronous context of now. Calls of a plug-in arrive from a pipe, whose
 * own context is that of whatever first opened it, perhaps another transaction.
 */
export function bindToContext(service: OrganizationService): OrganizationService {
  const resource = new AsyncResource("PluginServiceCall");
  const run = <T>(work: () => Promise<T>): Promise<T> => resource.runInAsyncScope(work);
  return {
    create: (...call) => run(() => service.create(...call)),
    retrieve: (...call) => run(() => service.retrieve(...call)),
    update: (...call) => run(() => service.update(...call)),
    delete: (...call) => run(() => service.delete(...call)),
    fetch: (...call) => run(() => service.fetch(...call)),
    execute: (...call) => run(() => service.execute(...call)),
  };
}
