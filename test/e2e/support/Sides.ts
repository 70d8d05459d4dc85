import { customApis } from "../../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../../scripts/start/startTenant";

export type Body = Readonly<Record<string, unknown>>;

const patienceMs = 30_000;

/** Both sides of a running tenant, as programs see them: the Web API here, the sandbox's controls and referrals there. */
export class Sides {
  constructor(private readonly tenant: Pick<RunningTenant, "tenantAddress" | "sandboxAddress">) {}

  /** A control of the sandbox, such as what Microsoft's seller does. */
  async sandbox(method: string, path: string, body?: Body): Promise<Body> {
    return this.ask(`${this.tenant.sandboxAddress}/sandbox${path}`, method, body);
  }

  /** A request to the Web API, as the tenant's own user. */
  async crm(path: string, method = "GET", body?: Body): Promise<Body> {
    return this.ask(`${this.tenant.tenantAddress}/api/data/v9.2/${path}`, method, body);
  }

  async rows(path: string): Promise<readonly Body[]> {
    return (await this.crm(path))["value"] as readonly Body[];
  }

  /** Calls an action and gives its answer with `Response` parsed. */
  async call(action: string, parameters: Body): Promise<Body> {
    const answer = await this.crm(action, "POST", parameters);
    return { ...answer, Response: JSON.parse(String(answer["Response"])) as unknown };
  }

  /** A line of the self-test, which an administrator may ask for. */
  async health(name: string): Promise<Body> {
    const { Response } = await this.call(customApis.checkHealth, {});
    const { checks } = Response as { checks: readonly Body[] };
    return checks.find((check) => check["name"] === name) ?? {};
  }

  /** Asks until there is an answer; the way between both sides takes its moments. */
  async until<Value>(what: string, find: () => Promise<Value | undefined>, limitMs = patienceMs): Promise<Value> {
    const deadline = Date.now() + limitMs;
    while (Date.now() < deadline) {
      const found = await find();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${what} did not come in ${limitMs / 1000} seconds.`);
  }

  private async ask(address: string, method: string, body?: Body): Promise<Body> {
    const answer = await fetch(address, {
      method,
      headers: { "content-type": "application/json", accept: "application/json", "OData-Version": "4.0" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}`);
    return text === "" ? {} : (JSON.parse(text) as Body);
  }
}
