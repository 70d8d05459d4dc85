import * as React from "react";
import { backfill, type BackfillProgress } from "../backfill";
import type { SetupContext } from "../SetupContext";
import { strings } from "../strings";
import { Button } from "./Button";

const text = strings.backfill;

const labelOf = (name: string): string => (text.results as Readonly<Record<string, string>>)[name] ?? name;

/** Brings in what Partner Center held before the connector was set up; a preview says what that would do. */
export const Backfill = ({ context }: { context: SetupContext }): React.ReactElement => {
  const [progress, setProgress] = React.useState<BackfillProgress | null>(null);
  const [running, setRunning] = React.useState<"preview" | "run" | null>(null);
  const [title, setTitle] = React.useState("");
  const start = async (kind: "preview" | "run"): Promise<void> => {
    setRunning(kind);
    setProgress(null);
    setTitle(kind === "preview" ? text.looking : text.bringing);
    setProgress(await backfill(context.client, kind === "preview", setProgress));
    setTitle(kind === "preview" ? text.wouldDo : text.did);
    setRunning(null);
  };
  const counts = Object.entries(progress?.counts ?? {}).filter(([, count]) => count > 0);
  const isNothing = running === null && progress?.stopped === "" && counts.length === 0;
  return (
    <section aria-labelledby="backfill-title">
      <h2 id="backfill-title">{text.title}</h2>
      <p>{text.intro}</p>
      <p className="actions">
        <Button name="backfillPreview" isBusy={running !== null} onClick={() => void start("preview")}>
          {text.preview}
        </Button>
        <Button name="backfill" isBusy={running !== null} onClick={() => void start("run")}>
          {text.start}
        </Button>
      </p>
      <div role="status" data-status="backfill">
        <p>{isNothing ? text.nothing : title}</p>
        {counts.length > 0 && (
          <ul className="list">
            {counts.map(([name, count]) => (
              <li key={name} data-result={name}>
                {labelOf(name)}: {count}
              </li>
            ))}
          </ul>
        )}
        {progress !== null && progress.stopped !== "" && <p>{progress.stopped}</p>}
      </div>
    </section>
  );
};
