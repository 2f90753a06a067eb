// Takes a JSON object apart while it arrives: the elements of one long list one by one, everything else whole. So a
// page of thousands of files holds up nobody, and an upstream's list of all names is never in memory (RFC 8259).

import { isUtf8 } from 'node:buffer';

/** The text is not what it should be; the message is the second half of a sentence. */
export class UnreadableText extends Error {}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const DEEPEST = 32;
/** The longest value that is held at a time. */
const LONGEST_BYTES = 8 * 1024 * 1024;

export class JsonElements {
  /** What the object holds beside the list; complete after `end`. */
  readonly rest = new Map<string, unknown>();
  /** Whether the list was there. */
  hasList = false;
  readonly #listKey: string;
  readonly #onElement: (element: unknown) => void;
  /** How many brackets are open. Between the elements of the list it is 2, between the members of the object 1. */
  #depth = 0;
  #isEnded = false;
  #isInList = false;
  #isInString = false;
  #isEscaped = false;
  /** Null: a name is awaited. */
  #key: string | null = null;
  /** The value at hand was the list, and is read. */
  #isTaken = false;
  #held: Buffer[] = [];
  #heldBytes = 0;

  constructor(listKey: string, onElement: (element: unknown) => void) {
    this.#listKey = listKey;
    this.#onElement = onElement;
  }

  /** @throws {UnreadableText} */
  write(bytes: Buffer): void {
    let start = this.#heldBytes > 0 ? 0 : -1;
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i]!;
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === BACKSLASH) this.#isEscaped = true;
        else if (byte === QUOTE) this.#isInString = false;
        continue;
      }
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
      if (this.#isStructure(byte, start === -1)) {
        if (start !== -1) this.#hold(bytes.subarray(start, i));
        start = -1;
        this.#pass(byte);
        continue;
      }
      if (start === -1) start = i;
      if (byte === QUOTE) this.#isInString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#open();
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#depth -= 1;
    }
    if (start !== -1) this.#hold(bytes.subarray(start));
  }

  /** @throws {UnreadableText} */
  end(): void {
    if (!this.#isEnded) throw new UnreadableText('it ends in the middle');
  }

  /** Whether the byte lies between values rather than in one. */
  #isStructure(byte: number, isBetween: boolean): boolean {
    if (this.#depth === 0) return true;
    if (this.#depth !== (this.#isInList ? 2 : 1)) return false;
    if (byte === COMMA || byte === COLON || byte === CLOSE_OBJECT || byte === CLOSE_LIST) return true;
    return isBetween && byte === OPEN_LIST && !this.#isInList && this.#key === this.#listKey;
  }

  #pass(byte: number): void {
    if (this.#depth === 0) return this.#begin(byte);
    if (this.#isInList) {
      if (byte === COMMA) return this.#onElement(this.#take());
      if (byte !== CLOSE_LIST) throw new UnreadableText('it is not JSON');
      if (this.#heldBytes > 0) this.#onElement(this.#take());
      this.#isInList = false;
      this.#isTaken = true;
      this.#depth = 1;
      return;
    }
    if (byte === OPEN_LIST) {
      this.#isInList = true;
      this.hasList = true;
      return this.#open();
    }
    if (byte === COLON) return this.#takeKey();
    if (byte === CLOSE_LIST) throw new UnreadableText('it is not JSON');
    if (this.#key !== null) this.#endMember(this.#key);
    else if (byte === COMMA || this.#heldBytes > 0 || this.rest.size > 0 || this.hasList) {
      throw new UnreadableText('it is not JSON');
    }
    if (byte === CLOSE_OBJECT) {
      this.#depth = 0;
      this.#isEnded = true;
    }
  }

  #begin(byte: number): void {
    const isMark = byte === 0xef || byte === 0xbb || byte === 0xbf;
    if (isMark && !this.#isEnded) return;
    if (byte !== OPEN_OBJECT || this.#isEnded) throw new UnreadableText('it is not a JSON object');
    this.#depth = 1;
  }

  #open(): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new UnreadableText(`it is nested deeper than ${DEEPEST} levels`);
  }

  #takeKey(): void {
    const key = this.#key === null ? this.#take() : null;
    if (typeof key !== 'string') throw new UnreadableText('it is not JSON');
    this.#key = key;
    this.#isTaken = false;
  }

  #endMember(key: string): void {
    if (!this.#isTaken) this.rest.set(key, this.#take());
    else if (this.#heldBytes > 0) throw new UnreadableText('it is not JSON');
    this.#key = null;
  }

  #hold(bytes: Buffer): void {
    this.#heldBytes += bytes.length;
    if (this.#heldBytes > LONGEST_BYTES) throw new UnreadableText('a value of it is too long');
    this.#held.push(bytes);
  }

  #take(): unknown {
    const bytes = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held);
    this.#held = [];
    this.#heldBytes = 0;
    if (!isUtf8(bytes)) throw new UnreadableText('it is not UTF-8');
    try {
      return JSON.parse(bytes.toString('utf8'));
    } catch {
      throw new UnreadableText('it is not JSON');
    }
  }
}
