import { isJsonObject, type Json, type JsonObject } from "../../dataverse/webApi/json/JsonObject";
import type { Evaluate } from "../expression/ExpressionScope";
import { compileTemplate } from "../expression/compileTemplate";
import { FlowProblem } from "../FlowProblem";

/** An object of the definition, read member by member; what nobody reads is refused by name. */
export class DefinitionPart {
  constructor(
    /** Where it stands, in words: `Action "Call"`. */
    readonly place: string,
    private readonly members: JsonObject,
  ) {}

  static of(place: string, json: Json | undefined): DefinitionPart {
    if (!isJsonObject(json)) throw new FlowProblem(`${place} is not an object.`);
    return new DefinitionPart(place, json);
  }

  get names(): string[] {
    return Object.keys(this.members);
  }

  json(name: string): Json | undefined {
    return this.members[name];
  }

  text(name: string): string {
    const value = this.members[name];
    return typeof value === "string" ? value : this.fail(`"${name}" is missing`);
  }

  /** The object below; an empty one where it is missing. */
  part(name: string): DefinitionPart {
    return DefinitionPart.of(`${this.place}, "${name}"`, this.members[name] ?? {});
  }

  template(name: string): Evaluate {
    return this.compile(this.members[name] ?? null);
  }

  compile(json: Json): Evaluate {
    try {
      return compileTemplate(json);
    } catch (error) {
      if (error instanceof FlowProblem) throw new FlowProblem(`${this.place}: ${error.message}`);
      throw error;
    }
  }

  /** Refuses members that are not in the list. */
  allow(...known: readonly string[]): void {
    const unknown = this.names.find((name) => !known.includes(name));
    if (unknown !== undefined) this.fail(`"${unknown}" is not run by the local tenant`);
  }

  fail(reason: string): never {
    throw new FlowProblem(`${this.place}: ${reason}.`);
  }
}
