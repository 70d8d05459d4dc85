import { createHash } from "node:crypto";
import type { Caller, OrganizationService } from "../../dataverse/OrganizationService";
import { engineFailure } from "./EngineFailure";

export const engineScriptName = "cosell_/engine/engine.js";

export interface EngineScript {
  text: string;
  shortHash: string;
}

/** Keeps the engine script of each organization, and reads the web resource again after half a minute. */
export class EngineScripts {
  private readonly kept = new Map<string, { script: EngineScript; readOnMs: number }>();

  async current(
    organizationId: string,
    service: OrganizationService,
    system: Caller,
    scriptCheckMs: number,
  ): Promise<EngineScript> {
    const kept = this.kept.get(organizationId);
    if (kept !== undefined && Date.now() - kept.readOnMs < scriptCheckMs) return kept.script;
    const script = await load(service, system);
    this.kept.set(organizationId, { script, readOnMs: Date.now() });
    return script;
  }
}

async function load(service: OrganizationService, system: Caller): Promise<EngineScript> {
  const found = await service.fetch(
    "<fetch top='1'><entity name='webresource'><attribute name='content'/>" +
      `<filter><condition attribute='name' operator='eq' value='${engineScriptName}'/></filter></entity></fetch>`,
    system,
  );
  const [row] = found.rows;
  if (row === undefined) throw engineFailure("host.engineMissing");
  const content = row.attributes["content"];
  if (typeof content !== "string") throw engineFailure("host.engineUnreadable");
  const text = Buffer.from(content, "base64").toString("utf8");
  return { text, shortHash: createHash("sha256").update(text, "utf8").digest("hex").slice(0, 12) };
}
