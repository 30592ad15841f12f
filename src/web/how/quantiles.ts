/**
 * Quantiles without sorting: Hoare's selection (1961) puts one place right, and what lies above it is all that the next
 * place needs. A frame of the page needs four hundred times five quantiles of a thousand people.
 */

/** Moves the k-th smallest of `values[low..high]` to place k, smaller ones before it and larger ones behind. */
function select(values: Float64Array, k: number, from: number): void {
  let [low, high] = [from, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const kept = values[i]!;
      values[i++] = values[j]!;
      values[j--] = kept;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else return;
  }
}

/**
 * Quantiles at ascending shares, 0 to 1, interpolated between the two nearest values (the seventh definition of Hyndman
 * and Fan 1996). Reorders the values, of which there is at least one and none is NaN.
 */
export function quantiles(values: Float64Array, shares: readonly number[]): readonly number[] {
  let from = 0;
  return shares.map((share) => {
    const place = (values.length - 1) * share;
    const below = Math.floor(place);
    select(values, below, from);
    from = below;
    const low = values[below]!;
    if (place === below) return low;
    let next = Infinity;
    for (let k = below + 1; k < values.length; k++) if (values[k]! < next) next = values[k]!;
    return low + (place - below) * (next - low);
  });
}
