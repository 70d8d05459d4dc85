import * as React from "react";

/** The time, renewed at this interval while the component is shown, so that ages do not go stale on the screen. */
export const useNow = (intervalMs: number): Date => {
  const [now, setNow] = React.useState(() => new Date());
  React.useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return now;
};
