/** Where progress is shown. */
export interface ProgressOutput {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

const barCells = 30;

/** A line is printed at least every so many percent where there is no terminal. */
const linePercents = 25;

/** Shows how far something is: one bar that moves at a terminal, else a plain line now and then. */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #what: string;
  #shown: number | undefined;

  constructor(output: ProgressOutput, what: string) {
    this.#output = output;
    this.#what = what;
  }

  /** From 0 to 100; steps back are not shown. */
  show(percent: number): void {
    const whole = Math.max(Math.floor(Math.min(100, Math.max(0, percent))), this.#shown ?? 0);
    if (this.#output.isTTY) this.#draw(whole);
    else if (this.#shown === undefined || whole - this.#shown >= linePercents || (whole === 100 && this.#shown < 100))
      this.#output.write(`${this.#what}: ${whole} %\n`);
    else return;
    this.#shown = whole;
  }

  /** Leaves the bar as it stands. */
  end(): void {
    if (this.#output.isTTY && this.#shown !== undefined) this.#output.write("\n");
  }

  #draw(percent: number): void {
    const full = Math.round((percent / 100) * barCells);
    this.#output.write(`\r${this.#what} [${"#".repeat(full)}${".".repeat(barCells - full)}] ${percent} %`);
  }
}
