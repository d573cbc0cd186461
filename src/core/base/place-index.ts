/**
 * Places by key, the latest first, in four arrays of whole numbers: nothing is allocated for a place.
 * Places are whole numbers from 0 on; keys are whole numbers with a sign, of 32 bits.
 */
const none = -1;

export class PlaceIndex {
  /** By slot: the latest place. Slots are a power of two, of which a key takes its lowest bits. */
  private heads = new Int32Array(64).fill(none);
  /** By place: the place before it in its slot. */
  private links = new Int32Array(64);
  private keys = new Int32Array(64);
  private count = 0;

  /** The place that was added last under the key; -1 when there is none. */
  latest(key: number): number {
    return this.withKey(this.heads[this.slotOf(key)] ?? none, key);
  }

  /** The place that was added under the same key before this one; -1 when there is none. */
  before(place: number): number {
    return this.withKey(this.links[place] ?? none, this.keys[place] ?? 0);
  }

  /** A place is under one key at most. */
  add(place: number, key: number): void {
    this.makeRoom(place);
    this.count += 1;
    if (this.count > this.heads.length) this.rehash();
    this.keys[place] = key;
    this.link(place, key);
  }

  /** The place must be there. */
  remove(place: number): void {
    const slot = this.slotOf(this.keys[place] ?? 0);
    const next = this.links[place] ?? none;
    this.count -= 1;
    let at = this.heads[slot] ?? none;
    if (at === place) {
      this.heads[slot] = next;
      return;
    }
    while (at !== none && this.links[at] !== place) at = this.links[at] ?? none;
    if (at !== none) this.links[at] = next;
  }

  private slotOf(key: number): number {
    return key & (this.heads.length - 1);
  }

  private withKey(start: number, key: number): number {
    let place = start;
    while (place !== none && this.keys[place] !== key) place = this.links[place] ?? none;
    return place;
  }

  private link(place: number, key: number): void {
    const slot = this.slotOf(key);
    this.links[place] = this.heads[slot] ?? none;
    this.heads[slot] = place;
  }

  /** Twice the slots; places keep their order. */
  private rehash(): void {
    const linked: number[] = [];
    for (const head of this.heads)
      for (let place = head; place !== none; place = this.links[place] ?? none) linked.push(place);
    this.heads = new Int32Array(2 * this.heads.length).fill(none);
    // A chain is read from its latest place on and has to be built from its first.
    for (const place of linked.reverse()) this.link(place, this.keys[place] ?? 0);
  }

  private makeRoom(place: number): void {
    if (place < this.links.length) return;
    const size = Math.max(2 * this.links.length, place + 1);
    const links = new Int32Array(size);
    links.set(this.links);
    this.links = links;
    const keys = new Int32Array(size);
    keys.set(this.keys);
    this.keys = keys;
  }
}
