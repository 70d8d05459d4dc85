import type { OrganizationService } from "../OrganizationService";
import type { TransactionScope } from "../Transactions";

/** The same service with every call made inside the scope. */
export function bindService(service: OrganizationService, scope: TransactionScope): OrganizationService {
  return {
    create: (...call) => scope.enter(() => service.create(...call)),
    retrieve: (...call) => scope.enter(() => service.retrieve(...call)),
    update: (...call) => scope.enter(() => service.update(...call)),
    delete: (...call) => scope.enter(() => service.delete(...call)),
    fetch: (...call) => scope.enter(() => service.fetch(...call)),
    execute: (...call) => scope.enter(() => service.execute(...call)),
  };
}
