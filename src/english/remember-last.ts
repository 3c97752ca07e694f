/**
 * Keeps the answer to the last question: many rules ask the same of one tree, and then all of them go on to the next.
 *
 * A `WeakMap` would do as well but for one thing: the collector's quick rounds take its values for alive, so that all
 * that was read out of a paragraph outlives the keystroke that changed it, and every tenth keystroke pays for it.
 */
export function rememberLast<Key extends object, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: answer(key) };
    return last.value;
  };
}
