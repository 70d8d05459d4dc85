/** Short-lived memory of the process, such as access tokens; apart for each organization. */
export class Memo {
  private readonly entries = new Map<string, { value: string; expiresOnMs: number }>();

  get(organizationId: string, key: string): string | null {
    const entry = this.entries.get(`${organizationId} ${key}`);
    return entry !== undefined && entry.expiresOnMs > Date.now() ? entry.value : null;
  }

  put(organizationId: string, key: string, value: string, expiresOn: string): void {
    this.entries.set(`${organizationId} ${key}`, { value, expiresOnMs: Date.parse(expiresOn) });
  }
}
