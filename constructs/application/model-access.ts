import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AiSettings } from '../../lib/deployment/schema/ai';
import type { AwsSettings } from '../../lib/deployment/schema/aws';
import { inferenceRegions, parseProfileId } from '../../lib/regions/inference-profiles';

const embeddingModel = 'amazon.titan-embed-text-v2:0';
const invoke = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

export interface ModelAccessProps {
  readonly ai: AiSettings;
  readonly aws: AwsSettings;
}

/**
 * Lets the application call the configured model through its inference profile and embed text;
 * no other model, and the model by no other way. Converse and ConverseStream are authorised as the
 * two Invoke actions.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 */
export function grantModelAccess(
  scope: Construct,
  application: iam.IGrantable,
  { ai, aws }: ModelAccessProps,
): void {
  const stack = Stack.of(scope);
  const foundationModel = (region: string, model: string) =>
    stack.formatArn({
      service: 'bedrock',
      region,
      account: '',
      resource: 'foundation-model',
      resourceName: model,
    });

  const { profile: geography, model } = parseProfileId(ai.model);
  const profile = stack.formatArn({
    service: 'bedrock',
    resource: 'inference-profile',
    resourceName: ai.model,
  });

  application.grantPrincipal.addToPrincipalPolicy(
    new iam.PolicyStatement({ sid: 'Profile', actions: invoke, resources: [profile] }),
  );
  application.grantPrincipal.addToPrincipalPolicy(
    new iam.PolicyStatement({
      sid: 'ModelThroughProfile',
      actions: invoke,
      resources: inferenceRegions(geography, aws.region).map((region) => foundationModel(region, model)),
      conditions: { StringEquals: { 'bedrock:InferenceProfileArn': profile } },
    }),
  );
  application.grantPrincipal.addToPrincipalPolicy(
    new iam.PolicyStatement({
      sid: 'Embeddings',
      actions: ['bedrock:InvokeModel'],
      resources: [foundationModel(aws.region, embeddingModel)],
    }),
  );
  if (ai.guardrail) {
    application.grantPrincipal.addToPrincipalPolicy(
      new iam.PolicyStatement({
        sid: 'Guardrail',
        actions: ['bedrock:ApplyGuardrail'],
        resources: [
          stack.formatArn({ service: 'bedrock', resource: 'guardrail', resourceName: ai.guardrail.id }),
        ],
      }),
    );
  }
}
