import { choices, columns, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { startDeals, type Deals } from "./support/Deals";
import type { Sides } from "./support/Sides";

jest.setTimeout(600_000);

/* Partner Center tells at once of what a run has just sent, while that run still holds its deal. */

const { message } = columns;
const shares = 12;
const limitMs = 20_000;

let tenant: RunningTenant;
let sides: Sides;
let deals: Deals;

beforeAll(async () => {
  ({ tenant, sides, deals } = await startDeals());
});
afterAll(() => tenant.stop());

const isOpen = `${message.state} ne ${choices.messageState.done}`;

/** Messages of referrals that wait or stand still. */
const openMessages = () =>
  sides.rows(
    `${tables.message.entitySetName}?$select=${message.subject},${message.failureCode}&$filter=${isOpen} and startswith(${message.subject},'referral/')`,
  );

test("the echo of a share leaves nothing that waits for maintenance", async () => {
  const times: number[] = [];
  let met = 0;
  for (let at = 0; at < shares; at += 1) {
    const start = Date.now();
    await deals.share(`Echo ${at}`);
    const shared = Date.now();
    let waited = 0;
    await sides.until(
      "An end of all messages",
      async () => {
        const open = await openMessages();
        waited = Math.max(waited, open.length);
        const queued = tenant.sandbox.state.deliveries.all().some(({ attempts }) => attempts.length === 0);
        return open.length > 0 || queued ? undefined : true;
      },
      200_000,
    );
    if (waited > 0) met += 1;
    times.push(Date.now() - start);
    process.stderr.write(
      `in sync after ${shared - start} ms, nothing open after ${Date.now() - start} ms (${waited})\n`,
    );
  }
  process.stderr.write(`${met} of ${shares} met their own run\n`);
  expect(times.filter((ms) => ms > limitMs)).toEqual([]);
});
