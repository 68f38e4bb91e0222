/** What a person is told when something is wrong: what happened, what is safe, what to do. All three, always. */
export type Trouble = {
  readonly title: string;
  readonly safe: string;
  readonly next: string;
};
