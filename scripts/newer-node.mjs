// What vitest calls and Node 20 lacks: without it, vitest breaks off where it should print why a test failed.
function groupBy(items, keyOf) {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    index += 1;
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function withResolvers() {
  let resolve;
  let reject;
  const promise = new Promise((...functions) => ([resolve, reject] = functions));
  return { promise, resolve, reject };
}

Map.groupBy ??= groupBy;
Object.groupBy ??= (items, keyOf) => Object.fromEntries(groupBy(items, keyOf));
Promise.withResolvers ??= withResolvers;
