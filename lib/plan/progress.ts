/** Shows the running step and its time on a terminal, and the start and end of each step in a log. */
export class Progress {
  constructor(private readonly output: NodeJS.WriteStream = process.stderr) {}

  /** Runs one step. A step that throws is marked as failed, and its error is thrown again. */
  async step<T>(title: string, work: () => T | Promise<T>): Promise<T> {
    const started = performance.now();
    const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
    const draw = (mark: string) => this.output.write(`\r${mark} ${title} … ${seconds()}`);
    const ticking = this.output.isTTY ? setInterval(() => draw('·'), 100) : undefined;
    if (!this.output.isTTY) this.output.write(`· ${title} …\n`);
    const finish = (mark: string) => {
      clearInterval(ticking);
      this.output.write(`${this.output.isTTY ? '\r' : ''}${mark} ${title}   ${seconds()}\n`);
    };
    try {
      const result = await work();
      finish('✓');
      return result;
    } catch (problem) {
      finish('✗');
      throw problem;
    }
  }
}
