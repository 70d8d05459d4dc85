/** What happened, line by line; costs nothing unless somebody listens. */
export class Story {
  readonly lines: string[] = [];

  constructor(
    private readonly nowMs: () => number,
    private readonly isTold: boolean,
  ) {}

  tell(line: () => string): void {
    if (this.isTold) this.lines.push(`${new Date(this.nowMs()).toISOString()} ${line()}`);
  }
}
