// Many names into binary order, without repetitions and without holding up anybody: sorted in short runs as they come,
// and merged in portions afterwards.

import { letOthersIn } from '../turn-of-others.ts';
import { UnreadableText } from './json-elements.ts';

const NAMES_OF_A_RUN = 8192;
const NAMES_OF_A_PORTION = 2000;
const MOST_NAMES = 3_000_000;

export class SortedNames {
  readonly #runs: string[][] = [];
  #run: string[] = [];
  #count = 0;

  /** @throws {UnreadableText} */
  add(name: string): void {
    this.#count += 1;
    if (this.#count > MOST_NAMES) throw new UnreadableText(`it lists more than ${MOST_NAMES} projects`);
    this.#run.push(name);
    if (this.#run.length >= NAMES_OF_A_RUN) this.#endRun();
  }

  async *inOrder(): AsyncGenerator<readonly string[]> {
    this.#endRun();
    let runs = this.#runs;
    while (runs.length > 1) {
      const merged: string[][] = [];
      for (let i = 0; i < runs.length; i += 2) {
        const right = runs[i + 1];
        merged.push(right === undefined ? runs[i]! : await merge(runs[i]!, right));
      }
      runs = merged;
    }
    const [names = []] = runs;
    for (let start = 0; start < names.length; start += NAMES_OF_A_PORTION) {
      await letOthersIn();
      const portion = names.slice(start, start + NAMES_OF_A_PORTION);
      const before = names[start - 1];
      const fresh = portion.filter((name, place) => name !== (place === 0 ? before : portion[place - 1]));
      if (fresh.length > 0) yield fresh;
    }
  }

  /** The standard order of strings is that of UTF-16, which is binary order for the ASCII of names. */
  #endRun(): void {
    if (this.#run.length === 0) return;
    this.#runs.push(this.#run.sort());
    this.#run = [];
  }
}

async function merge(left: readonly string[], right: readonly string[]): Promise<string[]> {
  const merged: string[] = [];
  for (let l = 0, r = 0; l < left.length || r < right.length;) {
    if (merged.length % NAMES_OF_A_RUN === NAMES_OF_A_RUN - 1) await letOthersIn();
    const takesLeft = r >= right.length || (l < left.length && left[l]! <= right[r]!);
    merged.push(takesLeft ? left[l++]! : right[r++]!);
  }
  return merged;
}
