"""CloudFront VPC origins, with the two rules of AWS that decide whether an update succeeds.

- An origin that a distribution uses is neither updated nor deleted: https://github.com/aws/aws-cdk/issues/35765
- CloudFront makes one security group in a VPC for its origins, and deletes it with the last of them. Our
  handler cloudfront-security-group looks for that group.
"""
import uuid

from ministack.core.responses import get_account_id

from .aws_client import client
from .resource_types import attributes, register

_GROUP_NAME = 'CloudFront-VPCOrigins-Service-SG'
_IN_USE = ('The specified VPC origin is currently associated with one or more distributions. Please disassociate the '
           'VPC origin from all distributions before updating or deleting')


def install():
    register('AWS::CloudFront::VpcOrigin', _create, _delete, update=_update)


def _create(logical_id, properties, stack):
    physical_id = f'vo_{uuid.uuid4().hex[:22]}'
    vpc = _vpc_of(properties['VpcOriginEndpointConfig']['Arn'])
    if vpc and not _groups(vpc):
        client('ec2').create_security_group(GroupName=_GROUP_NAME, Description='CloudFront VPC origins', VpcId=vpc)
    attributes[physical_id] = {
        'Id': physical_id, 'Arn': f'arn:aws:cloudfront::{get_account_id()}:vpcorigin/{physical_id}', 'vpc': vpc}
    return physical_id, attributes[physical_id]


def _update(physical_id, *_):
    _refuse_while_used(physical_id)
    return physical_id, attributes[physical_id]


def _delete(physical_id, properties):
    _refuse_while_used(physical_id)
    vpc = attributes.pop(physical_id).get('vpc')
    if vpc and not any(other.get('vpc') == vpc for other in attributes.values()):
        for group in _groups(vpc):
            client('ec2').delete_security_group(GroupId=group['GroupId'])


def _vpc_of(load_balancer):
    """The VPC of a load balancer's subnets: the emulator always states its default VPC for the load balancer."""
    balancers = client('elbv2').describe_load_balancers(LoadBalancerArns=[load_balancer])['LoadBalancers']
    subnet = balancers[0]['AvailabilityZones'][0]['SubnetId']
    return client('ec2').describe_subnets(SubnetIds=[subnet])['Subnets'][0]['VpcId']


def _groups(vpc):
    return client('ec2').describe_security_groups(Filters=[
        {'Name': 'vpc-id', 'Values': [vpc]}, {'Name': 'group-name', 'Values': [_GROUP_NAME]}])['SecurityGroups']


def _refuse_while_used(physical_id):
    for distribution in client('cloudfront').list_distributions()['DistributionList'].get('Items', []):
        origins = distribution['Origins'].get('Items', [])
        if any(origin.get('VpcOriginConfig', {}).get('VpcOriginId') == physical_id for origin in origins):
            raise ValueError(_IN_USE)
