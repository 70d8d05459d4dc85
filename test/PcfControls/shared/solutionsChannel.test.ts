import { listenToSolutions, tellSolutionsChanged } from "../../../PcfControls/shared/solutionsChannel";
import { installFakeBroadcastChannel } from "../fakeBroadcastChannel";

const change = { by: "grid", opportunityId: "11111111-1111-1111-1111-111111111111" } as const;

it("does nothing where the browser has no channels", () => {
  expect(() => listenToSolutions(() => undefined)()).not.toThrow();
  expect(() => tellSolutionsChanged(change)).not.toThrow();
});

it("carries a change to everybody who still listens", () => {
  installFakeBroadcastChannel();
  const [one, other] = [jest.fn(), jest.fn()];
  const stop = listenToSolutions(one);
  listenToSolutions(other);
  tellSolutionsChanged(change);
  stop();
  tellSolutionsChanged(change);
  expect(one.mock.calls).toEqual([[change]]);
  expect(other).toHaveBeenCalledTimes(2);
});
