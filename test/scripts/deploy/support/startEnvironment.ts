import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { createTenantListener } from "../../../../scripts/start/createTenantListener";
import { listen } from "../../../../scripts/start/listen";
import { createFlowHost } from "../../../../scripts/tenant/flows/createFlowHost";
import { createTenantCore, type TenantCore } from "../../../../scripts/tenant/pipeline/createTenantCore";
import { FakeRunner } from "../../tenant/pipeline/support/FakeRunner";

export interface TestEnvironment {
  /** Such as `http://127.0.0.1:4270`. */
  address: string;
  core: TenantCore;
  /** Answers the next request that this fits in the place of the tenant. */
  answerNext: (fits: RegExp, answer: (response: ServerResponse) => void) => void;
  stop: () => Promise<void>;
}

/** An environment without our solution, on a free port. */
export async function startEnvironment(): Promise<TestEnvironment> {
  const core = await createTenantCore({ runner: new FakeRunner() });
  const { service, catalogue, transactions, customApis, rows } = core;
  const log = (): void => undefined;
  const flows = createFlowHost({
    service,
    catalogue,
    transactions,
    customApis,
    rows,
    tenantAddress: () => server.address,
    clock: () => new Date(),
    say: log,
  });
  const tenant = createTenantListener(resolve(__dirname, "../../../.."), core, flows, log);
  const planned: { fits: RegExp; answer: (response: ServerResponse) => void }[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const at = planned.findIndex(({ fits }) => fits.test(`${request.method ?? ""} ${request.url ?? ""}`));
    const [next] = at < 0 ? [] : planned.splice(at, 1);
    if (next) next.answer(response);
    else tenant(request, response);
  };
  const server = await listen(listener, 0, "the test environment");
  await core.startJobs();
  return {
    address: server.address,
    core,
    answerNext: (fits, answer) => planned.push({ fits, answer }),
    stop: async () => {
      await server.close();
      await core.stop();
    },
  };
}
