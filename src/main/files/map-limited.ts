/**
 * The results of work on each item, a limited number at a time: every open file counts against a limit of the system.
 * `work` is told the item's place, and which of the lanes it runs in, from 0: no two run in one lane at a time.
 */
export async function mapLimited<Item, Result>(
  items: ArrayLike<Item>,
  limit: number,
  work: (item: Item, index: number, lane: number) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  let next = 0;
  const workInLane = async (lane: number): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as Item, index, lane);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, (_, lane) => workInLane(lane)));
  return results;
}
