import type { Row } from "../dataverse/Store";
import { textOf } from "../dataverse/values";
import { linkOf, statusOf } from "../laws/pairs";
import type { World } from "../world/World";

const soonMs = 600_000;
const skewedMs = 300_000;

/** What is out of the ordinary while something happens. */
const conditions: Readonly<Record<string, (world: World, link: Row | undefined) => boolean>> = {
  "another run sends": (_world, link) => textOf(link?.attributes["cosell_leaseowner"]) !== "",
  "Microsoft takes part": (_world, link) => textOf(link?.attributes["cosell_microsoftreferralidentifier"]) !== "",
  "sending is off": ({ variables }) => variables.get("cosell_OutboundEnabled") === "no",
  "receiving is off": ({ variables }) => variables.get("cosell_InboundEnabled") === "no",
  "a run was killed just before": ({ process, time }) => time.nowMs - process.recycledMs < soonMs,
  "a call failed just before": ({ mishapMs, time }) => time.nowMs - mishapMs < soonMs,
  "clocks differ": (world) => Math.abs(world.skewMs()) > skewedMs,
  "events get lost": ({ scenario: { hazards } }) => hazards.eventDropped > 0,
};

/** Counts what happened, by where the deal stood and by what was out of the ordinary. */
export class Situations {
  readonly reached = new Map<string, number>();

  constructor(private readonly world: World) {}

  /** `row` is the deal as it was before; null where it is about none, or about one that is not known. */
  note(event: string, row: Row | null): void {
    this.count(event);
    if (row !== null) this.count(`${event}: ${statusOf(row)}`);
    const link = row === null ? undefined : linkOf(this.world, row);
    for (const [name, isSo] of Object.entries(conditions))
      if (isSo(this.world, link)) this.count(`${event} while ${name}`);
  }

  private count(situation: string): void {
    this.reached.set(situation, (this.reached.get(situation) ?? 0) + 1);
  }
}
