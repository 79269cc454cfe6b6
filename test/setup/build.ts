import { execFileSync } from 'node:child_process';

/** Assets are bundles: build them once, as cdk.json's `build` does before a synth. */
export default function build(): void {
  execFileSync(process.execPath, ['bin/build.js'], { stdio: 'inherit' });
}
