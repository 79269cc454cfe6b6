/** Receives unexpected errors. A customer's mistake is not one. */
export interface ErrorTracker {
  /** Sends what `errorRecord` shows of the error and of its causes, and nothing else. */
  report(error: unknown, context: { readonly requestId: string; readonly route?: string }): void;
  /** Waits until queued reports are sent. */
  close(): Promise<void>;
}

export const noErrorTracker: ErrorTracker = { report: () => undefined, close: () => Promise.resolve() };
