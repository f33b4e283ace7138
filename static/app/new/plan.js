// The rounds of a workshop that is being planned: a list that can be changed in every way.

export class Plan {
  rounds = [];
  #made = 0;
  #usual = new Map(); // what each hat asks unless someone writes otherwise

  // `usual`: rounds as they come before anybody changes them.
  constructor(rounds, usual = rounds) {
    for (const { hat, prompt } of usual) this.#usual.set(hat, prompt);
    this.begin(rounds);
  }

  begin(rounds) {
    this.rounds = rounds.map((round) => this.#round(round));
  }

  get minutes() {
    return this.rounds.reduce((sum, round) => sum + (Number(round.minutes) || 0), 0);
  }

  add(hat, minutes) {
    // Before the closing, which is blue.
    const end = this.rounds.at(-1)?.hat === "blue" ? this.rounds.length - 1 : this.rounds.length;
    const round = this.#round({ hat, minutes, prompt: this.#usual.get(hat) ?? "" });
    this.rounds.splice(end, 0, round);
    return round;
  }

  remove(round) {
    this.rounds = this.rounds.filter((one) => one !== round);
  }

  move(round, by) {
    const from = this.rounds.indexOf(round);
    this.rounds.splice(from, 1);
    this.rounds.splice(from + by, 0, round);
  }

  // Another hat asks its own question, unless this one was written by hand.
  wear(round, hat) {
    if (this.#untouched(round)) round.prompt = this.#usual.get(hat) ?? round.prompt;
    round.hat = hat;
  }

  ask(asks) {
    for (const round of this.rounds) if (this.#untouched(round)) round.prompt = asks(round.hat);
    for (const hat of this.#usual.keys()) this.#usual.set(hat, asks(hat));
  }

  #untouched = ({ hat, prompt }) => prompt === (this.#usual.get(hat) ?? prompt);

  #round = ({ hat, minutes, prompt }) => ({ id: `round-${this.#made++}`, hat, minutes, prompt });
}
