import { localPartner } from "../../../scripts/tenant/partnerCenter/localPartner";
import { connectionId, enoughCalls, flowAddress } from "../world/installRows";
import type { World } from "../world/World";
import type { Action } from "./Action";

const organization = localPartner.organization.organizationId;

const turn =
  (name: string): Action =>
  (world) => {
    const value = world.variables.get(name) === "no" ? "yes" : "no";
    world.story.tell(() => `an administrator sets ${name} to ${value}`);
    world.turn(name, value);
  };

const setPolicy: Action = (world, chance) => {
  const policy = chance.pick(["ask", "dynamics365", "partnerCenter", "newest"]);
  world.story.tell(() => `an administrator sets the conflict policy to ${policy}`);
  world.turn("cosell_ConflictPolicy", policy);
};

const revoke: Action = (world) => {
  world.story.tell(() => "the Partner Center user’s sign-in is revoked");
  world.sandbox.identity.revokeAllRefreshTokens();
};

/** Stores a new sign-in. */
export const signInAgain: Action = (world) => {
  const token = world.signIn();
  world.story.tell(() => "an administrator signs in again");
  const attributes = { cosell_refreshtoken: token };
  world.write("an administrator", (transaction) =>
    world.dataverse.update(
      { $t: "entity", table: "cosell_connection", id: connectionId, attributes },
      undefined,
      transaction,
    ),
  );
};

const point = (world: World, url: string): void => {
  const registration = world.sandbox.state.webhookRegistrations.get(organization);
  if (registration !== undefined)
    world.sandbox.state.webhookRegistrations.set(organization, { ...registration, WebhookUrl: url });
};

const steal: Action = (world) => {
  world.story.tell(() => "another environment takes the feed");
  point(world, "https://elsewhere.example/flow");
};

/** Takes the feed back. */
export const registerAgain: Action = (world) => point(world, flowAddress);

const forget: Action = (world) => {
  world.story.tell(() => "the plug-in host’s process is recycled");
  world.process.recycle();
};

/** What administrators and accidents do, by how often. */
export const adminActions: readonly (readonly [number, Action])[] = [
  [3, turn("cosell_OutboundEnabled")],
  [3, turn("cosell_InboundEnabled")],
  [1, setPolicy],
  [1, revoke],
  [1, signInAgain],
  [1, steal],
  [1, forget],
];

/** Everything as it should be, so that nothing waits for an administrator. */
export const putRight: Action = (world, chance) => {
  world.turn("cosell_OutboundEnabled", "yes");
  world.turn("cosell_InboundEnabled", "yes");
  world.turn("cosell_DailyCallBudget", enoughCalls);
  signInAgain(world, chance);
  registerAgain(world, chance);
};
