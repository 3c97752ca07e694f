const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** Formats times in the language of the editor. */
export class Dates {
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #long: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;

  constructor(language: string) {
    const known = Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en';
    this.#relative = new Intl.RelativeTimeFormat(known, { numeric: 'auto' });
    this.#long = new Intl.DateTimeFormat(known, { dateStyle: 'long', timeStyle: 'short' });
    this.#day = new Intl.DateTimeFormat(known, { dateStyle: 'medium' });
  }

  /** How long ago: `3 days ago`. */
  relative(time: string, now = Date.now()): string {
    const seconds = (Date.parse(time) - now) / 1000;
    for (const [unit, length] of UNITS) {
      if (Math.abs(seconds) >= length) return this.#relative.format(Math.trunc(seconds / length), unit);
    }
    return this.#relative.format(0, 'minute');
  }

  /** Day and time in full. */
  absolute(time: string): string {
    return this.#long.format(new Date(time));
  }

  day(time: string): string {
    return this.#day.format(new Date(time));
  }
}
