import * as React from "react";
import { toWords } from "../app/toWords";
import type { PageControl } from "../page/PageControl";
import type { FormSession } from "../session/FormSession";
import { ComponentRunner } from "./ComponentRunner";

interface ComponentHostProps {
  session: FormSession;
  control: PageControl;
  /** Such as `acme_Acme.Gauge`. */
  name: string;
}

/** The place of a code component on the form. */
export const ComponentHost: React.FC<ComponentHostProps> = ({ session, control, name }) => {
  const container = React.useRef<HTMLDivElement>(null);
  const [problem, setProblem] = React.useState<string | null>(null);

  React.useEffect(() => {
    const tell = (error: unknown): void => {
      console.error(`${name} failed`, error);
      setProblem(toWords(error));
    };
    let runner: ComponentRunner | undefined;
    let isGone = false;
    session.services.controls.load(name).then((loaded) => {
      if (isGone || !container.current) return;
      runner = new ComponentRunner(session, control, loaded, container.current, tell);
      runner.start();
    }, tell);
    const signals = [session.page.changed, ...(control.grid ? [control.grid.changed] : [])];
    const stops = signals.map((signal) => signal.listen(() => runner?.refresh()));
    return () => {
      isGone = true;
      for (const stop of stops) stop();
      runner?.stop();
    };
  }, [session, control, name]);

  return (
    <>
      {problem !== null && (
        <p className="component-problem" role="alert">
          {name}: {problem}
        </p>
      )}
      <div ref={container} className="component" data-control={name} />
    </>
  );
};
