import type {
  AccessDescription,
  AppDescription,
  ChartDescription,
  CommandDescription,
  FormDescription,
  TableDescription,
  ViewDescription,
} from "../../protocol";

/** What the tenant knows of apps, tables, forms and views; each is asked for once a page. */
export class TenantDirectory {
  private readonly answers = new Map<string, Promise<unknown>>();

  app(): Promise<AppDescription> {
    return this.ask("/tenant/app");
  }

  table(name: string): Promise<TableDescription> {
    return this.ask(`/tenant/tables/${name}`);
  }

  forms(table: string): Promise<FormDescription[]> {
    return this.ask(`/tenant/forms/${table}`);
  }

  views(table: string): Promise<ViewDescription[]> {
    return this.ask(`/tenant/views/${table}`);
  }

  charts(table: string): Promise<ChartDescription[]> {
    return this.ask(`/tenant/charts/${table}`);
  }

  dashboard(id: string): Promise<FormDescription> {
    return this.ask(`/tenant/dashboards/${id}`);
  }

  commands(table: string): Promise<CommandDescription[]> {
    return this.ask(`/tenant/commands/${table}`);
  }

  access(table: string, id: string): Promise<AccessDescription> {
    return this.ask(`/tenant/access/${table}/${id}`);
  }

  private ask<Answer>(address: string): Promise<Answer> {
    const known = this.answers.get(address) ?? this.read(address);
    this.answers.set(address, known);
    return known as Promise<Answer>;
  }

  private async read(address: string): Promise<unknown> {
    const response = await fetch(address);
    const answer = (await response.json()) as { error?: { message: string } };
    if (!response.ok) throw new Error(answer.error?.message ?? `${address} answered ${response.status}.`);
    return answer;
  }
}
