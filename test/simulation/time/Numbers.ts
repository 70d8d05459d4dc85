/** Counts from one. */
export class Numbers {
  private latest = 0;

  next(): number {
    return (this.latest += 1);
  }
}
