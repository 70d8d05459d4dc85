/** Why a column does not hold a value as it came. */
export type Misfit =
  /** Shortened to so many characters. */
  | { why: "tooLong"; maxLength: number }
  | {
      why:
        | "outOfRange"
        | "noOption"
        | "tooEarly"
        | "columnMissing"
        | "wrongKind"
        | "readOnly"
        | "currencyMissing"
        | "tooMany";
    };

/** Most solutions a referral takes, and so a deal: each is a row, and a job of its own follows each row. */
export const maxSolutions = 50;

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

const leftOut: Readonly<Record<Exclude<Misfit["why"], "tooLong">, string>> = {
  outOfRange: "left out: it is larger or smaller than its column in Dynamics 365 takes",
  noOption: "left out: it is none of the choices of its column in Dynamics 365",
  tooEarly: "left out: Dynamics 365 holds no day before 1753",
  columnMissing: "left out: its column does not exist in Dynamics 365",
  wrongKind: "left out: its column in Dynamics 365 is of another kind",
  currencyMissing: "left out: Partner Center names no currency, and an amount without one would be another amount",
  tooMany: `only ${maxSolutions} are taken; all are in Partner Center`,
  readOnly: "left out: nobody may write its column in Dynamics 365",
};

/** For sellers, after the name of a field. */
export const describeMisfit = (misfit: Misfit): string =>
  misfit.why === "tooLong"
    ? `shortened to ${grouped(misfit.maxLength)} characters; the whole text is in Partner Center`
    : leftOut[misfit.why];
