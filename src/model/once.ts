/** The function with its answer remembered for each argument, for as long as the argument lives. */
export function once<A extends object, R>(make: (argument: A) => R): (argument: A) => R {
  const answers = new WeakMap<A, { readonly answer: R }>();
  return (argument) => {
    const known = answers.get(argument);
    if (known) return known.answer;
    const answer = make(argument);
    answers.set(argument, { answer });
    return answer;
  };
}
