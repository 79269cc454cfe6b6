import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment } from '../../lib/deployment';
import type { ChildProcesses } from './child-processes';
import type { EditedFile } from './deployment-file';
import { account, Emulator } from './emulator';
import { Operator, type Outcome } from './operator';
import { migrationFails } from './planned-failures';
import { RehearsalError } from './rehearsal-error';
import type { Resource } from './stacks';
import { Stacks } from './stacks';

/** State of the emulated account when a phase begins or has ended. After `unknown` the next phase gets an empty account. */
export type State = 'empty' | 'bootstrapped' | 'first-release-failed' | 'deployed' | 'unknown';

export interface RehearsalProps {
  readonly processes: ChildProcesses;
  readonly python: string;
  readonly folder: string;
  readonly file: EditedFile;
  readonly deployment: Deployment;
}

/** One account, one deployment, and an operator who works on it. */
export class Rehearsal {
  state: State = 'unknown';
  /** Resources at the last moment when everything was deployed, for phases that compare. */
  deployed: readonly Resource[] = [];

  /** Failures before it belong to another phase. */
  phaseBegan = new Date();

  private notes: string[] = [];
  private accounts = 0;
  private running: { emulator: Emulator; operator: Operator; stacks: Stacks } | undefined;

  constructor(private readonly props: RehearsalProps) {}

  get deployment(): Deployment {
    return this.props.deployment;
  }

  get file(): EditedFile {
    return this.props.file;
  }

  /** For further files of a phase. */
  get folder(): string {
    return join(this.props.folder, `account-${this.accounts}`);
  }

  get emulator(): Emulator {
    return this.parts.emulator;
  }

  get operator(): Operator {
    return this.parts.operator;
  }

  get stacks(): Stacks {
    return this.parts.stacks;
  }

  /** Begins again with an empty account: an emulator's state is in its memory. */
  async emptyAccount(): Promise<void> {
    await this.end();
    const { processes, python, deployment } = this.props;
    this.accounts++;
    const { folder } = this;
    mkdirSync(folder, { recursive: true });
    const { region } = deployment.aws;
    const emulator = await Emulator.start({ processes, python, folder, region });
    const operator = new Operator({ processes, python, folder, region, endpoint: emulator.endpoint });
    this.running = {
      emulator,
      operator,
      stacks: new Stacks(operator, deployment.name, [region, 'us-east-1', 'eu-west-1', 'us-west-2']),
    };
    this.file.restore();
    this.state = 'empty';
  }

  async bootstrap(): Promise<Outcome> {
    const regions = new Set([this.deployment.aws.region, 'us-east-1']);
    return this.operator.run(
      `npx cdk bootstrap ${[...regions].map((region) => `aws://${account}/${region}`).join(' ')}`,
    );
  }

  /** As the README says it. */
  async deploy(): Promise<Outcome> {
    return this.operator.run(`npx cdk deploy --all --context deployment=${this.file.path}`);
  }

  /** Brings the account to the state from which a phase begins. */
  async reach(state: Exclude<State, 'unknown'>): Promise<void> {
    if (this.state === state) return;
    if (this.state !== 'empty') await this.emptyAccount();
    if (state === 'empty') return;
    await this.must(() => this.bootstrap());
    if (state === 'first-release-failed') {
      await this.withFailures(migrationFails(this.deployment), () => this.deploy());
    } else if (state === 'deployed') {
      await this.must(() => this.deploy());
      this.deployed = await this.stacks.resources();
    }
    this.state = state;
  }

  /** Does something while the named failures happen. */
  async withFailures<T>(lines: readonly string[], work: () => Promise<T>): Promise<T> {
    this.emulator.planFailures(lines);
    try {
      return await work();
    } finally {
      this.emulator.planFailures([]);
    }
  }

  /** Says in the report what a phase could not do here. */
  note(text: string): void {
    this.notes.push(text);
  }

  takeNotes(): string[] {
    return [...new Set(this.notes.splice(0))];
  }

  async end(): Promise<void> {
    await this.running?.emulator.stop();
    this.running = undefined;
  }

  private get parts() {
    if (!this.running) throw new Error('No account is there yet; call emptyAccount first.');
    return this.running;
  }

  private async must(work: () => Promise<Outcome>): Promise<void> {
    const { exitCode } = await work();
    if (exitCode !== 0)
      throw new RehearsalError(
        `The state to begin from cannot be reached. See commands.log in ${this.props.folder}.`,
      );
  }
}
