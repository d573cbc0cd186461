// Columns of designs that are measured, before they are parsed.

export function number(id: string, low: number, high: number) {
  return {
    ...{ id, name: id, type: 'decimal' },
    fill: { kind: 'number', distribution: { kind: 'uniform', low, high } },
  };
}

export function table(id: string, values: readonly string[]) {
  return {
    ...{ id, name: id },
    fill: { kind: 'category', values: values.map((value) => ({ value })) },
  };
}
