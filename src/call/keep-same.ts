/** `previous` when `next` holds the same values, else `next`, frozen: so that selectors see a change only when there is one. */
export function keepSame<Value extends object>(previous: Value, next: Value): Value {
  const keys = Object.keys(next) as (keyof Value)[];
  const isSame = keys.length === Object.keys(previous).length && keys.every((key) => Object.is(previous[key], next[key]));
  return isSame ? previous : Object.freeze(next);
}
