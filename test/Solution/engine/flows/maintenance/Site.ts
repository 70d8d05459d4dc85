import { addMs } from "../../../../../Solution/engine/domain/values/instant";
import type { Failure } from "../../../../../Solution/engine/domain/failure/Failure";
import { done } from "../../../../../Solution/engine/domain/failure/Outcome";
import type { SyncTrigger } from "../../../../../Solution/engine/domain/sync/SyncTrigger";
import type { EnginePorts } from "../../../../../Solution/engine/flows/EnginePorts";
import type { MaintenanceRun } from "../../../../../Solution/engine/flows/maintenance/MaintenanceRun";
import { runMaintenance, type TaskName } from "../../../../../Solution/engine/flows/maintenance/runMaintenance";
import { syncOpportunity } from "../../../../../Solution/engine/flows/sync/syncOpportunity";
import { FakeMaintenance } from "../../support/FakeMaintenance";
import { World } from "../../support/World";

/** One opportunity, its messages, and maintenance. */
export class Site {
  readonly world = new World();
  readonly maintenance = new FakeMaintenance();
  /** Why no more calls may be made today. */
  budget: Failure | null = null;

  ports(): EnginePorts {
    const ports = (this.world as unknown as { ports: (transaction: null) => EnginePorts }).ports(null);
    return {
      ...ports,
      messages: this.maintenance.messageStore,
      maintenance: this.maintenance.store,
      calls: { ...ports.calls, refuse: () => Promise.resolve(this.budget) },
    };
  }

  run(): MaintenanceRun {
    const ports = this.ports();
    return {
      ports,
      background: ports,
      settings: this.world.settings,
      isInTransaction: false,
      startedOn: this.world.now,
      signInEndsOn: null,
      hasTime: () => Promise.resolve(true),
      importReferral: () => Promise.resolve(done("applied")),
    };
  }

  async save(trigger: SyncTrigger = "person"): Promise<void> {
    const { id } = this.world.opportunity;
    const outcome = await syncOpportunity(this.ports(), {
      table: "opportunity",
      recordId: id,
      trigger,
      isInTransaction: false,
    });
    if (outcome.kind === "failed") throw new Error(outcome.failure.cause);
  }

  async maintain(...tasks: TaskName[]) {
    const outcome = await runMaintenance(this.run(), tasks);
    if (outcome.kind === "failed" || outcome.value.kind === "busy") throw new Error("maintenance did not run");
    return outcome.value.reports;
  }

  /** Another run is at the opportunity. */
  hold(): void {
    const { link } = this.world.rows;
    if (link === null) throw new Error("no link");
    this.world.rows.link = { ...link, leaseOwner: "another", leaseExpiresOn: addMs(this.world.now, 120_000) };
  }

  /** Partner Center has asked to wait. */
  throttle(): void {
    const { link } = this.world.rows;
    const attempt = link?.memory.attempt ?? null;
    if (link === null || attempt === null) throw new Error("nothing failed");
    const notBefore = addMs(this.world.now, 45_000);
    const throttled = { ...attempt, code: "partnerCenter.throttled", notBefore, nextOn: notBefore };
    this.world.rows.link = { ...link, memory: { ...link.memory, attempt: throttled } };
  }

  message() {
    const [message] = this.maintenance.messages.values();
    if (!message) throw new Error("nothing waits");
    return message;
  }
}
