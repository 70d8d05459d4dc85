import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import type { Row } from "../dataverse/Store";
import { textOf } from "../dataverse/values";
import { mirroredFields } from "../laws/mirroredFields";
import { noteReferral, noteRow } from "../situations/noteChanges";
import type { World } from "./World";

export interface Author {
  kind: "person" | "engine" | "platform";
  name: string;
}

/** A value that a record got. */
export interface ValueChange {
  atMs: number;
  by: Author;
  value: string;
}

/** Changes of a row, as they were committed. */
export interface RowChange {
  atMs: number;
  by: Author;
  before: Row | undefined;
  after: Row | null;
  key: string;
}

/** A version of a referral. */
export interface ReferralVersion {
  atMs: number;
  by: Author;
  before: StoredReferral | undefined;
  after: StoredReferral;
}

/** Everything that ever changed on either side, and who changed it. */
export class History {
  readonly rows: RowChange[] = [];
  readonly referrals: ReferralVersion[] = [];
  /** By record and field: `opportunity <id> notes`. */
  readonly values = new Map<string, ValueChange[]>();

  /** Told of every value that a record got. */
  onValue: (place: string, change: ValueChange) => void = () => undefined;

  constructor(private readonly world: World) {
    const { dataverse, sandbox } = world;
    dataverse.store.onCommit = (changes) => {
      const { kind, name } = dataverse.writer;
      for (const change of changes) this.noteRow({ ...change, atMs: world.time.nowMs, by: { kind, name } });
    };
    const { referrals } = sandbox.state;
    const set = referrals.set.bind(referrals);
    referrals.set = (key, after) => {
      const before = referrals.get(key);
      set(key, after);
      this.noteReferral({ before, after, atMs: world.time.nowMs, by: world.actor });
      world.wakeSandbox();
    };
  }

  /** Keeps the latest value of each place and nothing else: for measurements that run for days. */
  forget(): void {
    this.rows.length = 0;
    this.referrals.length = 0;
    for (const changes of this.values.values()) changes.splice(0, changes.length - 1);
  }

  changesOf(record: string, field: string): readonly ValueChange[] {
    return this.values.get(`${record} ${field}`) ?? [];
  }

  private noteRow(change: RowChange): void {
    this.rows.push(change);
    noteRow(this.world, change);
    const row = change.after ?? change.before;
    if (row === undefined) return;
    const { store } = this.world.dataverse;
    const id =
      row.table === "opportunity"
        ? row.id
        : row.table === "cosell_partnercentersolution"
          ? textOf(row.attributes["cosell_opportunityid"])
          : "";
    const opportunity = id === "" ? undefined : store.read("opportunity", id, null);
    if (opportunity === undefined) return;
    for (const { name, here } of mirroredFields)
      this.note(`opportunity ${id} ${name}`, here(opportunity, store), change);
  }

  private noteReferral(change: ReferralVersion): void {
    this.referrals.push(change);
    noteReferral(this.world, change);
    const { after, by } = change;
    this.world.story.tell(
      () => `${by.name} changes referral ${after.id} of ${after.organizationName}: ${difference(change)}`,
    );
    for (const { name, there } of mirroredFields)
      this.note(`referral ${after.id} ${name}`, there(after.content), change);
  }

  private note(place: string, value: string, { atMs, by }: { atMs: number; by: Author }): void {
    const changes = this.values.get(place);
    if (changes?.at(-1)?.value === value) return;
    const change = { atMs, by, value };
    if (changes === undefined) this.values.set(place, [change]);
    else changes.push(change);
    this.onValue(place, change);
  }
}

const difference = ({ before, after }: ReferralVersion): string => {
  const state = `${after.content.status}/${after.content.substatus}`;
  const changed = mirroredFields.filter(
    ({ there }) => before === undefined || there(before.content) !== there(after.content),
  );
  return `${state} ${changed.map(({ name, there }) => `${name}=${there(after.content)}`).join(", ")}`;
};
