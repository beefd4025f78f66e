/** A list or table of which the end may be left out, but no item cut: what stands around it, and what is said of the rest. */
export interface Listing {
  readonly head: string;
  readonly items: readonly string[];
  /** How many more there are of which not even an item was made, because they could not fit. */
  readonly beyond?: number;
  readonly between: string;
  readonly tail: string;
  /** Said when `left` items do not fit. */
  readonly more: (left: number) => string;
}

export type Block = string | Listing;

/** Each list gets this many items before any list gets more. */
const FAIR_SHARE = 10;
const GAP = '\n\n';

/**
 * Blocks as one text of at most `limit` UTF-16 units, a blank line between them. Items of lists are left out from the end,
 * whole, and counted; so no fence, table row, section or character is ever cut. Blocks that do not fit even so are left out
 * from the end.
 */
export function assemble(blocks: readonly Block[], limit: number): string {
  const kept: Block[] = [];
  let free = limit;
  for (const block of blocks) {
    const size = GAP.length + (typeof block === 'string' ? block.length : smallest(block));
    if (size > free) continue;
    kept.push(block);
    free -= size;
  }
  const shares = new Map<Listing, number>();
  for (const most of [FAIR_SHARE, Number.POSITIVE_INFINITY]) {
    for (const block of kept) {
      if (typeof block === 'string') continue;
      let count = shares.get(block) ?? 0;
      while (count < Math.min(most, block.items.length)) {
        const size = (block.items[count]?.length ?? 0) + block.between.length;
        if (size > free) break;
        free -= size;
        count++;
      }
      shares.set(block, count);
    }
  }
  return kept.map((block) => (typeof block === 'string' ? block : write(block, shares.get(block) ?? 0))).join(GAP);
}

/** The size of a list with none of its items. */
function smallest(block: Listing): number {
  return (
    block.head.length + GAP.length + block.more(block.items.length + (block.beyond ?? 0)).length + block.tail.length
  );
}

function write(block: Listing, count: number): string {
  const left = block.items.length - count + (block.beyond ?? 0);
  const items = block.items.slice(0, count).join(block.between);
  return block.head + items + (left > 0 ? GAP + block.more(left) : '') + block.tail;
}
