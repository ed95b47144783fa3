/** A queue whose first element comes before all others (a binary heap). */
export class Queue<T> {
  readonly #heap: T[] = [];
  readonly #isBefore: (a: T, b: T) => boolean;

  constructor(isBefore: (a: T, b: T) => boolean) {
    this.#isBefore = isBefore;
  }

  push(one: T): void {
    const heap = this.#heap;
    let at = heap.length;
    for (let up = (at - 1) >> 1; at > 0; up = (at - 1) >> 1) {
      if (!this.#isBefore(one, heap[up] as T)) break;
      heap[at] = heap[up] as T;
      at = up;
    }
    heap[at] = one;
  }

  pop(): T | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length === 0) return first;
    let at = 0;
    for (let down = 1; down < heap.length; down = 2 * at + 1) {
      const other = heap[down + 1];
      if (other !== undefined && this.#isBefore(other, heap[down] as T)) down += 1;
      if (!this.#isBefore(heap[down] as T, last as T)) break;
      heap[at] = heap[down] as T;
      at = down;
    }
    heap[at] = last as T;
    return first;
  }
}
