import { FlowProblem } from "../FlowProblem";

/** Reads the tokens of one expression, which may stand inside a longer text. */
export class ExpressionReader {
  constructor(
    readonly text: string,
    public position: number,
  ) {}

  /** Takes what the sticky pattern matches here, behind white space; undefined, and nothing taken, otherwise. */
  take(pattern: RegExp): string | undefined {
    const space = /\s*/y;
    space.lastIndex = this.position;
    space.exec(this.text);
    pattern.lastIndex = space.lastIndex;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.position = pattern.lastIndex;
    return found;
  }

  expect(pattern: RegExp, what: string): string {
    return this.take(pattern) ?? this.fail(`${what} is expected`);
  }

  get isAtEnd(): boolean {
    return this.text.slice(this.position).trim() === "";
  }

  fail(reason: string): never {
    throw new FlowProblem(`The expression "${this.text}" cannot be read at character ${this.position + 1}: ${reason}.`);
  }
}
