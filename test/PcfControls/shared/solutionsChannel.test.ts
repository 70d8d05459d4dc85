import { listenToSolutions, tellSolutionsChanged } from "../../../PcfControls/shared/solutionsChannel";
import { installFakeBroadcastChannel } from "../fakeBroadcastChannel";

it("does nothing where the browser has no channels", () => {
  expect(() => listenToSolutions(() => undefined)()).not.toThrow();
  expect(tellSolutionsChanged).not.toThrow();
});

it("carries a change to everybody who still listens", () => {
  installFakeBroadcastChannel();
  const [one, other] = [jest.fn(), jest.fn()];
  const stop = listenToSolutions(one);
  listenToSolutions(other);
  tellSolutionsChanged();
  stop();
  tellSolutionsChanged();
  expect(one).toHaveBeenCalledTimes(1);
  expect(other).toHaveBeenCalledTimes(2);
});
