import { EditedFile, inAnotherRegion } from '../deployment-file';
import { account } from '../emulator';
import { describeFailure } from './judge';
import type { Phase } from './phase';

/** CloudFront's names are global: the two deployments must not have one in common. */
export const secondRegion: Phase = {
  id: 'second-region',
  title: 'the same name is deployed in a second region of the account',
  from: 'deployed',
  to: 'unknown',
  byDefault: false,
  run: async (rehearsal) => {
    const stated = inAnotherRegion(rehearsal.file.stated);
    const path = new EditedFile({ file: rehearsal.file.path, stated }, rehearsal.folder).path;
    const region = stated.aws.region;
    const { exitCode } = await rehearsal.operator.run(
      `export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}\n` +
        `npx cdk bootstrap aws://${account}/${region}\nnpx cdk deploy --all --context deployment=${path}`,
    );
    return exitCode === 0
      ? []
      : ['cdk deploy in the second region failed', ...(await describeFailure(rehearsal))];
  },
};
