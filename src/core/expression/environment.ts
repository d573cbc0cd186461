/**
 * Which names are bound by `set` and `for` at a place of a template, and in which slot they live. Loops
 * open a frame of their own, so nothing set in one turn leaks into the next; `if` branches do not.
 * Rendering and reference lists share this, so that both agree on what is a free name.
 */

/** Slots of one template or loop body. A name keeps its slot in all branches. */
interface Frame {
  readonly slots: Map<string, number>;
  readonly outer: Environment | undefined;
}

interface Counter {
  slots: number;
}

export class Environment {
  readonly #counter: Counter;
  readonly #frame: Frame;
  /** The environment this one branched off, in the same frame. */
  readonly #trunk: Environment | undefined;
  /** Names bound here, those of the trunk not included. */
  readonly #bound = new Set<string>();

  private constructor(counter: Counter, frame: Frame, trunk?: Environment) {
    this.#counter = counter;
    this.#frame = frame;
    this.#trunk = trunk;
  }

  static create(): Environment {
    return new Environment({ slots: 0 }, { slots: new Map(), outer: undefined });
  }

  /** Slots used so far by the whole template. */
  get slotCount(): number {
    return this.#counter.slots;
  }

  /** Binds `name` from here on and returns its slot. */
  declare(name: string): number {
    this.#bound.add(name);
    const known = this.#frame.slots.get(name);
    if (known !== undefined) return known;
    const slot = this.#counter.slots;
    this.#counter.slots += 1;
    this.#frame.slots.set(name, slot);
    return slot;
  }

  /** The slot of a bound name; undefined for a free one. */
  resolve(name: string): number | undefined {
    const slot = this.#isBound(name) ? this.#frame.slots.get(name) : undefined;
    return slot ?? this.#frame.outer?.resolve(name);
  }

  #isBound(name: string): boolean {
    return this.#bound.has(name) || (this.#trunk !== undefined && this.#trunk.#isBound(name));
  }

  /** One branch of an `if`: sees what is bound so far, hides what it binds from the other branches. */
  branch(): Environment {
    return new Environment(this.#counter, this.#frame, this);
  }

  /** Makes what `branch` bound visible from here on. */
  merge(branch: Environment): void {
    for (const name of branch.#bound) this.#bound.add(name);
  }

  /** The body of a loop, with its own frame. */
  enterLoop(): Environment {
    return new Environment(this.#counter, { slots: new Map(), outer: this });
  }

  /** For each slot of this frame the slot that its name had outside, or undefined. */
  shadowedSlots(): readonly { readonly slot: number; readonly outer: number | undefined }[] {
    const { slots, outer } = this.#frame;
    return Array.from(slots, ([name, slot]) => ({ slot, outer: outer?.resolve(name) }));
  }
}
