import type { NamedText } from './shared-words';
import { readVoiceLine } from './voice-line';

/** Typed sentences: with a name they are a voice, without one only a candidate. */
export interface TypedSentences {
  readonly voices: readonly NamedText[];
  readonly candidates: readonly string[];
  /** Whether an empty line ended them; `false` if the user left. */
  readonly isFinished: boolean;
}

/**
 * Asks for sentences until an empty one.
 * @param ask gets the number of the sentence, from 1; `undefined` if the user leaves
 */
export async function typedSentences(
  ask: (number: number) => Promise<string | undefined>,
): Promise<TypedSentences> {
  const voices: NamedText[] = [];
  const candidates: string[] = [];
  for (let number = 1; ; number++) {
    const line = await ask(number);
    if (line === undefined) return { voices, candidates, isFinished: false };
    const known = voices.map((voice) => voice.name);
    const { name, text } = readVoiceLine(line, known);
    if (text === '') return { voices, candidates, isFinished: true };
    if (name === '') candidates.push(text);
    else voices.push({ name, text });
  }
}
