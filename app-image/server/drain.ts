import type { Logger } from 'pino';
import { container } from '../contract/paths';

/** The part of `process` that a shutdown needs. */
export interface SignalSource {
  readonly on: (signal: 'SIGTERM' | 'SIGINT', listener: (signal: NodeJS.Signals) => void) => unknown;
  readonly exit: (code: number) => void;
}

const nodeProcess: SignalSource = {
  on: (signal, listener) => process.on(signal, listener),
  exit: (code) => process.exit(code),
};

export interface Draining {
  readonly log: Logger;
  /** Finishes open requests and releases everything. */
  readonly close: () => Promise<void>;
  /** Seconds from the signal until the process exits whatever is still open. @default one less than the contract */
  readonly seconds?: number;
  readonly process?: SignalSource;
}

/**
 * On SIGTERM or SIGINT: closes, then exits with code 0. A request that never ends must not keep the container
 * until it is killed, with its log lost: after `seconds` the process exits with code 1. As process 1 of a
 * container, Node has no default for these signals.
 */
export function drainOnSignal({
  log,
  close,
  seconds = container.drainSeconds - 1,
  process: source = nodeProcess,
}: Draining): void {
  let draining = false;
  const drain = async (signal: NodeJS.Signals) => {
    if (draining) return;
    draining = true;
    log.info({ signal }, 'finishing open requests');
    setTimeout(() => {
      log.error(`requests were still open after ${seconds} s; the process exits with code 1`);
      source.exit(1);
    }, seconds * 1000).unref();
    try {
      await close();
      log.info('InsightShop is closed');
      source.exit(0);
    } catch (error) {
      log.error({ err: error }, 'closing failed; the process exits with code 1');
      source.exit(1);
    }
  };
  source.on('SIGTERM', (signal) => void drain(signal));
  source.on('SIGINT', (signal) => void drain(signal));
}
