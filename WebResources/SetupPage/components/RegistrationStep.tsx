import * as React from "react";
import { environmentVariables } from "../../../Solution/engine/domain/schema";
import { saveRegistration, type AppRegistration } from "../saveRegistration";
import type { SetupContext } from "../SetupContext";
import type { Setting } from "../SetupFacts";
import { strings } from "../strings";
import { Button } from "./Button";
import { CopyField } from "./CopyField";
import { TextField } from "./TextField";

export interface RegistrationStepProps {
  context: SetupContext;
  settings: readonly Setting[];
  hasSecret: boolean;
  onChanged: () => Promise<void>;
}

const text = strings.steps.registration;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const valueOf = (settings: readonly Setting[], { schemaName }: { schemaName: string }): string =>
  settings.find((setting) => setting.schemaName === schemaName)?.value ?? "";

/** What Microsoft Entra gives an app registration as GUIDs. */
const ids = ["tenantId", "clientId"] as const;

const problemOf = (wanted: AppRegistration, name: (typeof ids)[number]): string =>
  wanted[name] === "" || guid.test(wanted[name]) ? "" : text.notGuid(text[name]);

/** What to make in Microsoft Entra. */
const Instructions = ({ redirectUri }: { redirectUri: string }): React.ReactElement => (
  <>
    <p>{text.intro}</p>
    <ul className="list">
      <li>{text.account}</li>
      <li>
        {text.redirect} <CopyField label={text.redirect} text={redirectUri} />
      </li>
      <li>{text.permissions}</li>
      <li>{text.secret}</li>
    </ul>
  </>
);

/** What to make in Microsoft Entra, and where to name it here. */
export const RegistrationStep = ({
  context,
  settings,
  hasSecret,
  onChanged,
}: RegistrationStepProps): React.ReactElement => {
  const [wanted, setWanted] = React.useState<AppRegistration>({
    tenantId: valueOf(settings, environmentVariables.partnerCenterTenantId),
    clientId: valueOf(settings, environmentVariables.partnerCenterClientId),
    clientSecret: "",
  });
  const [outcome, setOutcome] = React.useState("");
  const change = (part: Partial<AppRegistration>): void => setWanted({ ...wanted, ...part });
  const save = async (): Promise<void> => {
    if (ids.some((name) => problemOf(wanted, name) !== "")) return;
    setOutcome(strings.saving);
    const saved = await saveRegistration(context.client, settings, wanted);
    setOutcome(saved.kind === "done" ? strings.saved : saved.words);
    if (saved.kind !== "done") return;
    change({ clientSecret: "" });
    await onChanged();
  };
  return (
    <>
      <Instructions redirectUri={context.redirectUri} />
      {ids.map((name) => (
        <TextField
          key={name}
          name={name}
          label={text[name]}
          value={wanted[name]}
          problem={problemOf(wanted, name)}
          onChange={(value) => change({ [name]: value.trim() })}
        />
      ))}
      <TextField
        name="clientSecret"
        label={text.clientSecret}
        value={wanted.clientSecret}
        isSecret
        hint={hasSecret ? text.secretKept : text.secretHint}
        onChange={(value) => change({ clientSecret: value.trim() })}
      />
      <p className="actions">
        <Button name="saveRegistration" isPrimary isBusy={outcome === strings.saving} onClick={() => void save()}>
          {strings.save}
        </Button>
        <span role="status">{outcome}</span>
      </p>
    </>
  );
};
