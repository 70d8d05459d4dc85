import { act, render } from "@testing-library/react";
import * as React from "react";
import { useNow } from "../../../PcfControls/shared/useNow";

beforeEach(() => jest.useFakeTimers({ now: new Date("2026-11-22T12:00:00Z") }));
afterEach(() => jest.useRealTimers());

const Clock = (): React.ReactElement => React.createElement("p", {}, useNow(1_000).toISOString());

it("moves on while it is shown, and leaves no timer behind", () => {
  const { container, unmount } = render(React.createElement(Clock));
  expect(container.textContent).toBe("2026-11-22T12:00:00.000Z");
  act(() => jest.advanceTimersByTime(3_000));
  expect(container.textContent).toBe("2026-11-22T12:00:03.000Z");
  const stopped = jest.spyOn(globalThis, "clearInterval");
  unmount();
  expect(stopped).toHaveBeenCalledTimes(1);
});
