/** Whether values that an expression puts in order have one: `"many" > 5` has none, and feelin answers false. */
export interface OrderWatch {
  hasMixed(): boolean;
  /** functions that the text from `boundWork` calls around the operands; each answers what it is given */
  functions: Record<string, (value: unknown) => unknown>;
}

export function createOrderWatch(): OrderWatch {
  /** operands evaluated first whose others are still to come, innermost last */
  const left: unknown[] = [];
  /** what the tests behind the last `in` are about */
  let tested: unknown;
  let hasMixed = false;
  const compare = (a: unknown, b: unknown) => {
    if (!haveOrder(a, b)) hasMixed = true;
  };
  return {
    hasMixed: () => hasMixed,
    functions: {
      order_left: (value) => {
        left.push(value);
        return value;
      },
      order_right: (value) => {
        compare(left.pop(), value);
        return value;
      },
      order_middle: (value) => {
        compare(left.at(-1), value);
        return value;
      },
      order_tested: (value) => {
        tested = value;
        return value;
      },
      order_test: (value) => {
        compare(tested, value);
        return value;
      },
    },
  };
}

/** Null has an order with nothing and is told of otherwise; a list of one stands for what it holds. */
function haveOrder(a: unknown, b: unknown): boolean {
  const [x, y] = [single(a), single(b)];
  if (x === null || x === undefined || y === null || y === undefined) return true;
  return typeof x === typeof y && typeof x !== 'boolean' && !Array.isArray(x) && !Array.isArray(y);
}

const single = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);
