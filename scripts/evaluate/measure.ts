/** A part of the evaluation: one data file, and the figures that it yields. */
export interface Measure {
  /** The file's name in the given folder. */
  readonly file: string;
  run(rows: readonly Row[]): Table[] | Promise<Table[]>;
}

/** One line of a JSON Lines file. */
export type Row = Readonly<Record<string, unknown>>;

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  /** Numbers below 1 are shown as .71, others as they are. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Needed to interpret the figures. */
  readonly note?: string;
}

/** Agreement of what was found with what should be found. */
export class Agreement {
  both = 0;
  foundOnly = 0;
  goldOnly = 0;

  add(found: boolean, gold: boolean): void {
    if (found && gold) this.both += 1;
    else if (found) this.foundOnly += 1;
    else if (gold) this.goldOnly += 1;
  }

  get precision(): number {
    return ratio(this.both, this.both + this.foundOnly);
  }

  get recall(): number {
    return ratio(this.both, this.both + this.goldOnly);
  }

  get f1(): number {
    return ratio(2 * this.both, 2 * this.both + this.foundOnly + this.goldOnly);
  }

  /** Precision, recall and F1, as table cells. */
  get cells(): number[] {
    return [this.precision, this.recall, this.f1];
  }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
