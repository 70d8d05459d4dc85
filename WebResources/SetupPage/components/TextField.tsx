import * as React from "react";

export interface TextFieldProps {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  isSecret?: boolean;
  hint?: string;
  /** What is wrong with the value; empty while nothing is. */
  problem?: string;
}

/** A labelled input; hint and problem are read out with it. */
export const TextField = (props: TextFieldProps): React.ReactElement => {
  const { name, label, value, onChange, isSecret = false, hint = "", problem = "" } = props;
  return (
    <div className="field">
      <label htmlFor={`field-${name}`}>{label}</label>
      <input
        id={`field-${name}`}
        type={isSecret ? "password" : "text"}
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={problem !== ""}
        aria-describedby={`hint-${name}`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`hint-${name}`} className={problem === "" ? "hint" : "hint wrong"}>
        {problem === "" ? hint : problem}
      </p>
    </div>
  );
};
