const geographies = ['us', 'eu', 'apac', 'jp', 'au', 'global'] as const;

/** Says where a request may be processed: the first part of an inference profile's id. */
export type Geography = (typeof geographies)[number];

/** @throws when the profile starts with none of them */
export function geographyOf(profile: string): Geography {
  const geography = geographies.find((known) => profile.startsWith(`${known}.`));
  if (!geography) {
    throw new Error(
      `ai.model: ${profile} does not start with a geography; write ${geographies.join('., ')}. before it`,
    );
  }
  return geography;
}

/**
 * Regions an inference profile of a geography may send a request to. AWS keeps the regions of a
 * profile as they are and makes a new profile for new ones. The lists cover all models of a
 * geography; a region a model is not in grants nothing.
 * They were written down without the page at hand: compare them before relying on a geography.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
const destinations: Record<Exclude<Geography, 'global'>, readonly string[]> = {
  us: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  eu: ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  apac: [
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-4',
  ],
  jp: ['ap-northeast-1', 'ap-northeast-3'],
  au: ['ap-southeast-2', 'ap-southeast-4'],
};

/**
 * Regions in whose names Bedrock calls the foundation model, for a caller in `source`. A global
 * profile names none but the source: its foundation model has an ARN without a region.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
export function inferenceRegions(geography: Geography, source: string): readonly string[] {
  const regions = geography === 'global' ? [''] : destinations[geography];
  return [...new Set([source, ...regions])];
}
