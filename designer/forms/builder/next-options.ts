/** A list of choices after its lines were edited. */
interface Option {
  value: unknown;
  label: string;
}

/**
 * A line that was there keeps its value; when as many lines stand there as before, a changed line is
 * a renamed choice and keeps its value too, so that answers already given still mean the same.
 *
 * @returns `names` only when some choice is called otherwise than it is stored
 */
export function nextOptions(
  before: readonly Option[],
  text: string,
): { values: unknown[]; names?: string[] } {
  const labels = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  const isSameCount = labels.length === before.length;
  const kept = new Set<unknown>();
  const values = labels.map((label, index) => {
    const same = before.find((option) => option.label === label);
    const place = before[index];
    const wasRenamed = isSameCount && place && !labels.includes(place.label);
    const value = same?.value ?? (wasRenamed ? place.value : label);
    const free = kept.has(value) ? label : value;
    kept.add(free);
    return free;
  });
  const isNamed = values.some((value, index) => value !== labels[index]);
  return { values, ...(isNamed ? { names: labels } : {}) };
}
