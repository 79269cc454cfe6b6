"""Resource types that are recorded only.

A recorded resource has a physical id and attributes and does nothing. It proves order, references and
replacement. The emulator lacks these services or types, and none of our handlers depends on what they do.
"""
import uuid

from ministack.core.responses import get_account_id, get_region

from .resource_types import attributes, register

# Per type: the attributes that `Fn::GetAtt` may read; whether `Ref` gives the ARN; and the properties that
# replace the resource. Source: the page of each type in the CloudFormation template reference.
_TYPES = {
    'AWS::AppRunner::AutoScalingConfiguration': (
        ['AutoScalingConfigurationArn'], True,
        ['AutoScalingConfigurationName', 'MaxConcurrency', 'MaxSize', 'MinSize', 'Tags']),
    'AWS::AppRunner::Service': (
        ['ServiceArn', 'ServiceId', 'ServiceUrl'], True, ['EncryptionConfiguration', 'ServiceName', 'Tags']),
    'AWS::AppRunner::VpcConnector': (
        ['VpcConnectorArn'], True, ['SecurityGroups', 'Subnets', 'Tags', 'VpcConnectorName']),
    'AWS::AppRunner::VpcIngressConnection': (
        ['DomainName', 'VpcIngressConnectionArn'], True, ['ServiceArn', 'Tags', 'VpcIngressConnectionName']),
    'AWS::ApplicationAutoScaling::ScalableTarget': (
        [], False, ['ResourceId', 'ScalableDimension', 'ServiceNamespace']),
    'AWS::ApplicationAutoScaling::ScalingPolicy': (
        ['Arn'], True, ['PolicyName', 'ResourceId', 'ScalableDimension', 'ScalingTargetId', 'ServiceNamespace']),
    'AWS::Budgets::Budget': ([], False, []),
    # The emulator has no metric maths.
    'AWS::CloudWatch::Alarm': (['Arn'], False, ['AlarmName']),
    'AWS::CloudWatch::AlarmMuteRule': (['AlarmMuteRuleArn'], True, ['Name']),
    'AWS::CloudWatch::CompositeAlarm': (['Arn'], False, ['AlarmName']),
    'AWS::ECS::CapacityProvider': ([], False, ['ClusterName', 'Name']),
    'AWS::ECS::ClusterCapacityProviderAssociations': ([], False, ['Cluster']),
    'AWS::Logs::Delivery': (['Arn', 'DeliveryId'], False, ['DeliveryDestinationArn', 'DeliverySourceName']),
    'AWS::Logs::DeliveryDestination': (
        ['Arn'], False, ['DeliveryDestinationType', 'DestinationResourceArn', 'Name', 'OutputFormat']),
    'AWS::Logs::DeliverySource': (['Arn'], False, ['Name']),
    'AWS::Logs::QueryDefinition': (['QueryDefinitionId'], False, []),
    # A rotation would call the login's handler, and there is no database for it.
    'AWS::SecretsManager::RotationSchedule': ([], False, ['SecretId']),
    'AWS::Synthetics::Canary': (['Id', 'State'], False, ['Name']),
    'AWS::WAFv2::LoggingConfiguration': ([], True, ['ResourceArn']),
    'AWS::WAFv2::WebACLAssociation': ([], False, ['ResourceArn', 'WebACLArn']),
}


def install():
    for kind, definition in _TYPES.items():
        register(kind, _recorded(kind, *definition[:2]), replacing=definition[2])


def _recorded(kind, names, ref_is_arn):
    _, service, resource = kind.split('::')

    def create(logical_id, properties, stack):
        physical_id = f'{stack}-{logical_id}-{uuid.uuid4().hex[:8]}'
        # A name and an id, as in the ARN of an App Runner service, which templates split at the slashes.
        arn = (f'arn:aws:{service.lower()}:{get_region()}:{get_account_id()}:'
               f'{resource.lower()}/{physical_id}/{uuid.uuid4().hex}')
        answers = {name: arn if name.endswith('Arn') else f'{physical_id}-{name.lower()}' for name in names}
        ref = arn if ref_is_arn else physical_id
        attributes[ref] = answers
        return ref, answers
    return create
