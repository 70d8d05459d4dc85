import type { OrganizationService } from "../dataverse/OrganizationService";
import { systemCaller } from "../solution/rows/systemCaller";
import type { SystemRows } from "../solution/rows/SystemRows";
import type { RunOutcome } from "./run/FlowRun";

export interface StartedRun {
  id: string;
  flowId: string;
  trigger: string;
  startedOn: Date;
}

/** Runs are kept 28 days, as there. */
const keptMs = 28 * 24 * 60 * 60 * 1000;

/** What flows did, as rows of `flowrun`. */
export class FlowHistory {
  readonly #rows: SystemRows;
  readonly #service: OrganizationService;

  constructor(rows: SystemRows, service: OrganizationService) {
    this.#rows = rows;
    this.#service = service;
  }

  async begin({ id, flowId, trigger, startedOn }: StartedRun): Promise<void> {
    await this.#rows.create(
      "flowrun",
      { name: id, workflow: flowId, triggertype: trigger, status: "Running", starttime: startedOn.toISOString() },
      id,
    );
  }

  async finish({ id, startedOn }: StartedRun, { status, error }: RunOutcome, endedOn: Date): Promise<void> {
    await this.#rows.save("flowrun", id, {
      status,
      endtime: endedOn.toISOString(),
      duration: endedOn.getTime() - startedOn.getTime(),
      ...(error && { errorcode: error.code.slice(0, 100), errormessage: error.message.slice(0, 4000) }),
    });
    await this.#removeOld(new Date(endedOn.getTime() - keptMs));
  }

  async #removeOld(before: Date): Promise<void> {
    const caller = systemCaller();
    const { rows } = await this.#service.fetch(
      `<fetch top="50"><entity name="flowrun"><attribute name="flowrunid" /><filter>
        <condition attribute="starttime" operator="lt" value="${before.toISOString()}" /></filter></entity></fetch>`,
      caller,
    );
    for (const { id } of rows) if (id !== undefined) await this.#service.delete("flowrun", id, caller);
  }
}
