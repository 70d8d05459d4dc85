import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { securityRoles } from "../../Solution/engine/domain/schema";
import { baseIds } from "../tenant/baseTables/baseIds";
import {
  createPartnerCenterSandbox,
  type PartnerCenterSandbox,
} from "../tenant/partnerCenter/createPartnerCenterSandbox";
import { localPartner } from "../tenant/partnerCenter/localPartner";
import { english, type UserLanguage } from "../tenant/dataverse/languages";
import { createFlowHost } from "../tenant/flows/createFlowHost";
import { createTenantCore, type TenantCore } from "../tenant/pipeline/createTenantCore";
import type { PluginRunner } from "../tenant/sandboxWorker/PluginRunner";
import { connectToSandbox, nameSandbox } from "./connectToSandbox";
import { createTenantListener } from "./createTenantListener";
import { importBuilt } from "./importBuilt";
import { listen } from "./listen";
import { turnFlowsOn } from "./turnFlowsOn";

export interface TenantOptions {
  root: string;
  /** Package to import. */
  zip: string;
  runner: PluginRunner;
  /** Where data lives; deleting it makes an empty tenant. None keeps everything in memory. */
  folder?: string;
  /** Whether sign-in, catalogue, flows and webhook are set up; if not, everything is as after an import. @default true */
  isSetUp?: boolean;
  /** What users speak. @default English */
  language?: UserLanguage;
  /** 0 takes a free port. */
  tenantPort: number;
  sandboxPort: number;
  /** Told what is being done, a line a step. */
  say: (line: string) => void;
}

export interface RunningTenant {
  tenantAddress: string;
  sandboxAddress: string;
  core: TenantCore;
  sandbox: PartnerCenterSandbox;
  /** The runner stays with its maker. */
  stop: () => Promise<void>;
}

/** Opens the tenant with the package imported, and the Partner Center sandbox beside it, already signed in. */
export async function startTenant(options: TenantOptions): Promise<RunningTenant> {
  const { root, zip, runner, folder, say, isSetUp = true, language = english } = options;
  if (folder) mkdirSync(folder, { recursive: true });
  const core = await createTenantCore({ runner, ...(folder ? { folder } : {}) });
  say(`import: ${await importBuilt(core, zip)}`);
  await giveRoles(core);

  const sandbox = createPartnerCenterSandbox({
    clock: Date.now,
    ids: randomUUID,
    random: Math.random,
    ...(folder ? { folder: join(folder, "partnerCenter") } : {}),
  });
  const sandboxServer = await listen(sandbox.listener, options.sandboxPort, "the Partner Center sandbox");
  await nameSandbox(core.rows, sandboxServer.port);
  if (isSetUp)
    await connectToSandbox({
      rows: core.rows,
      refreshToken: sandbox.identity.issueRefreshToken(localPartner.client.clientId, localPartner.user),
      now: new Date().toISOString(),
    });
  const { service, catalogue, transactions, customApis, rows } = core;
  const flows = createFlowHost({
    service,
    catalogue,
    transactions,
    customApis,
    rows,
    tenantAddress: () => tenantServer.address,
    clock: () => new Date(),
    say,
  });
  const tenantServer = await listen(
    createTenantListener(root, core, flows, say, language),
    options.tenantPort,
    "the tenant",
  );
  await core.startJobs();
  await flows.connect(baseIds.flowsUser);
  if (isSetUp) await turnFlowsOn({ flows, service, tenantAddress: tenantServer.address, say });
  flows.start();
  return {
    tenantAddress: tenantServer.address,
    sandboxAddress: sandboxServer.address,
    core,
    sandbox,
    stop: async () => {
      await flows.stop();
      await tenantServer.close();
      await core.stop();
      sandbox.stop();
      await sandboxServer.close();
    },
  };
}

/** The seller whose form it is, and the administrator who looks after the connector. */
async function giveRoles(core: TenantCore): Promise<void> {
  await core.assignRole(baseIds.kimSeller, securityRoles.coSellSeller);
  await core.assignRole(baseIds.alexAdmin, securityRoles.coSellAdministrator);
  await core.assignRole(baseIds.flowsUser, securityRoles.coSellIntegration);
}
