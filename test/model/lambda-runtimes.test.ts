import { describe, expect, it } from '@jest/globals';
import { lambdaRuntime, successorOf } from '#model/lambda-runtimes';

describe('the runtimes of Lambda', () => {
  it('know their dates', () => {
    expect(lambdaRuntime('nodejs20.x')).toEqual({
      deprecated: '2026-04-30',
      createBlocked: '2027-02-01',
      updateBlocked: '2027-03-03',
      family: 'nodejs',
    });
  });

  it('say nothing of what is not in the table, nor of what every object has', () => {
    expect(lambdaRuntime('nodejs99.x')).toBeUndefined();
    expect(lambdaRuntime('constructor')).toBeUndefined();
    expect(successorOf('toString', '2026-11-22')).toBeUndefined();
  });
});

describe('the successor of a runtime', () => {
  it.each([
    ['nodejs18.x', 'nodejs24.x'],
    ['python3.8', 'python3.12'],
    ['ruby3.2', 'ruby3.4'],
    ['provided.al2', 'provided.al2023'],
    ['java8', 'java8.al2023'],
  ])('of %s is %s: the nearest that is looked after for a year', (old, next) => {
    expect(successorOf(old, '2026-11-22')).toBe(next);
  });

  it.each(['dotnet8', 'go1.x', 'python2.7'])('of %s is none: its code has to be rebuilt', (old) => {
    expect(successorOf(old, '2026-11-22')).toBeUndefined();
  });

  it('moves on with time, and ends when nothing is looked after any more', () => {
    expect(successorOf('nodejs18.x', '2026-02-01')).toBe('nodejs22.x');
    expect(successorOf('nodejs18.x', '2028-01-01')).toBe('nodejs24.x');
    expect(successorOf('nodejs18.x', '2031-01-01')).toBeUndefined();
  });
});
