import type { Dataverse } from "../dataverse/openDataverse";
import type { OrganizationService } from "../dataverse/OrganizationService";
import { alreadyImported, type ImportResult } from "../solution/ImportLog";
import { importSolution, type ImportOptions } from "../solution/importSolution";
import type { ImportTarget } from "../solution/ImportTarget";
import { KnownPackages } from "../solution/KnownPackages";
import { ManagedValues } from "../solution/layers/ManagedValues";
import type { Dependency } from "../solution/removal/Dependency";
import { type Promotion, promoteSolution } from "../solution/removal/promoteSolution";
import { dependenciesForUninstall, uninstallSolution } from "../solution/removal/uninstallSolution";
import type { PluginRegistry } from "./PluginRegistry";

/** Import, upgrade and removal of solutions; plug-ins that came or went are known at once. */
export interface Solutions {
  /** With `unlessKnown`, a zip that was the last one imported of its solution is left alone; one log line says so. */
  import(zipBytes: Uint8Array, options?: ImportOptions & { unlessKnown?: boolean }): Promise<ImportResult>;
  /** Applies a staged upgrade. Refused with Dataverse's code and words. */
  promote(uniqueName: string): Promise<Promotion>;
  /** Refused with Dataverse's code and words while something needs what is to go. */
  uninstall(uniqueName: string): Promise<void>;
  dependenciesForUninstall(uniqueName: string): Promise<Dependency[]>;
}

export function createSolutions(dataverse: Dataverse, core: OrganizationService, registry: PluginRegistry): Solutions {
  const { database, catalogue, transactions, clock } = dataverse;
  const packages = new KnownPackages(database, transactions);
  const managed = new ManagedValues(database);
  const target: ImportTarget = { service: core, catalogue, transactions, clock, managed };

  async function changing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      registry.forget();
    }
  }

  return {
    import: async (zipBytes, { unlessKnown = false, ...options } = {}) => {
      const known = unlessKnown ? await packages.find(zipBytes) : undefined;
      if (known) return alreadyImported(known);
      const result = await changing(() => importSolution(zipBytes, target, options));
      const { ok, solution } = result;
      if (solution && options.mode !== "holding" && ok) await packages.remember(zipBytes, solution);
      return result;
    },
    promote: async (uniqueName) => {
      await packages.forget(uniqueName);
      return changing(() => promoteSolution(uniqueName, target));
    },
    uninstall: async (uniqueName) => {
      await packages.forget(uniqueName);
      await changing(() => uninstallSolution(uniqueName, target));
    },
    dependenciesForUninstall: (uniqueName) => dependenciesForUninstall(uniqueName, target),
  };
}
