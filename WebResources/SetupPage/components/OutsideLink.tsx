import * as React from "react";

/** A page outside of the app; nothing where its address is not known. */
export const OutsideLink = ({
  address,
  children,
}: {
  address: string;
  children: React.ReactNode;
}): React.ReactElement | null =>
  address === "" ? null : (
    <a href={address} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
