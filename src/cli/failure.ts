/** Bad input or surroundings: printed as one sentence, exit code 2. */
export class Failure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Failure';
  }
}
