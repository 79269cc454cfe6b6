import { buildImage } from '../app-image/build';
import { buildHandlers } from '../constructs/build-handlers';

/** cdk.json's `build`: bundles the application and the Lambda handlers before every synth. */
async function build(): Promise<void> {
  await Promise.all([buildImage(), buildHandlers()]);
}

void build();
