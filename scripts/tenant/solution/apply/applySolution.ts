import type { SystemRows } from "../rows/SystemRows";
import type { SolutionManifest } from "../SolutionPackage";
import { nameBasedGuid } from "../nameBasedGuid";

async function applyPublisher(rows: SystemRows, { publisher }: SolutionManifest): Promise<string> {
  const [present] = await rows.read("publisher", ["publisherid"], { uniquename: publisher.uniqueName });
  const id = String(present?.publisherid ?? nameBasedGuid(`publisher:${publisher.uniqueName.toLowerCase()}`));
  await rows.save("publisher", id, {
    uniquename: publisher.uniqueName,
    friendlyname: publisher.displayName,
    customizationprefix: publisher.prefix,
    customizationoptionvalueprefix: publisher.optionValuePrefix,
  });
  return id;
}

/**
 * Writes the publisher and solution rows; answers the solution's id and whether it was there before. `idName` is what the id of
 * a new one is made of.
 */
export async function applySolution(
  rows: SystemRows,
  manifest: SolutionManifest,
  { now, idName = manifest.uniqueName }: { now: string; idName?: string },
): Promise<{ id: string; isNew: boolean }> {
  const publisherId = await applyPublisher(rows, manifest);
  const [present] = await rows.read("solution", ["solutionid"], { uniquename: manifest.uniqueName });
  const id = String(present?.solutionid ?? nameBasedGuid(`solution:${idName.toLowerCase()}`));
  await rows.save("solution", id, {
    uniquename: manifest.uniqueName,
    friendlyname: manifest.displayName,
    description: manifest.description,
    version: manifest.version,
    ismanaged: manifest.managed,
    isvisible: true,
    publisherid: publisherId,
    updatedon: now,
    ...(present ? {} : { installedon: now }),
  });
  return { id, isNew: !present };
}
