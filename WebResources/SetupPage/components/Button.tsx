import * as React from "react";

export interface ButtonProps {
  onClick: () => void;
  isPrimary?: boolean;
  /** While it works; a second press would do it twice. */
  isBusy?: boolean;
  name: string;
  children: React.ReactNode;
}

/** A button stays in the order of tabbing while it works, so that the focus is not lost. */
export const Button = ({
  onClick,
  isPrimary = false,
  isBusy = false,
  name,
  children,
}: ButtonProps): React.ReactElement => (
  <button
    type="button"
    className={isPrimary ? "button primary" : "button"}
    aria-disabled={isBusy}
    data-action={name}
    onClick={() => {
      if (!isBusy) onClick();
    }}
  >
    {children}
  </button>
);
