/**
 * What a run is called that nobody named: `ResNet-20 on clothing`, and where there is one of that name already, the next
 * number behind it.
 * @param taken Names of the runs that there are.
 */
export function automaticName(network: string, dataset: string, taken: readonly string[]): string {
  const name = `${network} on ${dataset}`;
  const numbers = taken.flatMap((other) => {
    if (other === name) return [1];
    const [, digits] = other.startsWith(`${name} `) ? (/^(\d{1,9})$/.exec(other.slice(name.length + 1)) ?? []) : [];
    return digits === undefined ? [] : [Number(digits)];
  });
  return numbers.length === 0 ? name : `${name} ${Math.max(...numbers, 1) + 1}`;
}
