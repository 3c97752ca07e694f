/**
 * Memoises the last call: many rules ask for the same value of one tree, then all move on to the next.
 *
 * A `WeakMap` would keep its values alive through minor garbage collections, so the data of a paragraph would outlive
 * the keystroke that changed it, and every tenth keystroke would pay for a major collection.
 */
export function memoiseLast<Key extends object, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: answer(key) };
    return last.value;
  };
}
