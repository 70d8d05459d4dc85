/** A plug-in type with the assembly it is in, as `PluginInvocation` wants it. */
export interface RegisteredType {
  typeName: string;
  assembly: { id: string; contentHash: string; bytes: Uint8Array };
}

export interface RegisteredImage {
  alias: string;
  isBefore: boolean;
  isAfter: boolean;
  /** Columns of the image; all when empty. */
  columns: string[];
}

export interface RegisteredStep {
  id: string;
  name: string;
  message: string;
  /** Logical name, or `none` for every table. */
  table: string;
  stage: 10 | 20 | 40;
  isAsynchronous: boolean;
  rank: number;
  /** An update runs the step only when it writes one of these; any column when empty. */
  filteringColumns: string[];
  autoDelete: boolean;
  configuration?: string;
  images: RegisteredImage[];
  type: RegisteredType;
}

export interface ApiParameter {
  name: string;
  /** Number of the `type` column, see customApiParameterTypes. */
  type: number;
  isOptional: boolean;
  /** Table of Entity and EntityReference parameters, where the API says one. */
  table?: string;
}

export interface RegisteredApi {
  id: string;
  name: string;
  /** 0 global, 1 one row, 2 a table's rows. */
  bindingType: number;
  boundTable?: string;
  executePrivilege?: string;
  isPrivate: boolean;
  isFunction: boolean;
  /** 0 none, 1 asynchronous only, 2 any. */
  allowedStepType: number;
  /** None for APIs that only raise an event. */
  type?: RegisteredType;
  parameters: ApiParameter[];
  properties: ApiParameter[];
}

/** What runs when: custom APIs by name, steps by message. */
export interface Registrations {
  api(name: string): RegisteredApi | undefined;
  /** Steps of a message on a table, by stage and rank. */
  steps(message: string, table: string): readonly RegisteredStep[];
  step(id: string): RegisteredStep | undefined;
}
