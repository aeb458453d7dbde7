/**
 * Which numbers of a rising row were used: each is fresh once, also late, as long as it is less than `size` behind the
 * highest. Bounded memory: one bit a number.
 */
export class NumberWindow {
  readonly #size: number;
  #highest = -1;
  /** Bit n is set when `highest - n` was used. */
  #used = 0n;

  constructor(size: number) {
    this.#size = size;
  }

  isFresh(number: number): boolean {
    const behind = this.#highest - number;
    if (behind < 0) return true;
    return behind < this.#size && (this.#used & (1n << BigInt(behind))) === 0n;
  }

  /** Marks `number`, a whole number from 0, as used; false when it is not fresh. */
  take(number: number): boolean {
    if (!this.isFresh(number)) return false;
    const ahead = number - this.#highest;
    if (ahead > 0) {
      this.#used = ahead >= this.#size ? 0n : BigInt.asUintN(this.#size, this.#used << BigInt(ahead));
      this.#highest = number;
    }
    this.#used |= 1n << BigInt(this.#highest - number);
    return true;
  }
}
