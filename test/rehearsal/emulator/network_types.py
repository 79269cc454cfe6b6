"""EC2 resource types that the emulator's EC2 has and its CloudFormation lacks: they call its EC2 API."""
import uuid

from .aws_client import client
from .resource_types import attributes, register


def install():
    register('AWS::EC2::EIP', _allocate, _release, replacing=['Domain'])
    register('AWS::EC2::NatGateway', _create_nat_gateway,
             lambda physical_id, _: client('ec2').delete_nat_gateway(NatGatewayId=physical_id),
             replacing=['AllocationId', 'SubnetId'])
    register('AWS::EC2::FlowLog', _create_flow_log,
             lambda physical_id, _: client('ec2').delete_flow_logs(FlowLogIds=[physical_id]),
             replacing=['DeliverLogsPermissionArn', 'LogDestination', 'LogGroupName', 'ResourceId', 'ResourceType',
                        'TrafficType'])
    # Recorded: an instance would need an image to boot, and nothing reads more than its addresses.
    register('AWS::EC2::Instance', _record_instance,
             replacing=['AvailabilityZone', 'ImageId', 'LaunchTemplate', 'NetworkInterfaces', 'SubnetId'])
    for direction, peer in (('Ingress', 'SourceSecurityGroupId'), ('Egress', 'DestinationSecurityGroupId')):
        register(f'AWS::EC2::SecurityGroup{direction}', *_rule(direction.lower(), peer),
                 replacing=['CidrIp', 'FromPort', 'GroupId', 'IpProtocol', 'ToPort', peer])


def _allocate(logical_id, properties, stack):
    made = client('ec2').allocate_address(Domain='vpc')
    attributes[made['PublicIp']] = {'AllocationId': made['AllocationId'], 'PublicIp': made['PublicIp']}
    return made['PublicIp'], attributes[made['PublicIp']]


def _release(physical_id, properties):
    client('ec2').release_address(AllocationId=attributes[physical_id]['AllocationId'])


def _create_nat_gateway(logical_id, properties, stack):
    made = client('ec2').create_nat_gateway(SubnetId=properties['SubnetId'], AllocationId=properties['AllocationId'])
    return _identified(made['NatGateway']['NatGatewayId'], 'NatGatewayId')


def _create_flow_log(logical_id, properties, stack):
    made = client('ec2').create_flow_logs(
        ResourceIds=[properties['ResourceId']], ResourceType=properties['ResourceType'],
        TrafficType=properties['TrafficType'], LogGroupName=properties.get('LogGroupName', ''),
        DeliverLogsPermissionArn=properties.get('DeliverLogsPermissionArn', ''))
    return _identified(made['FlowLogIds'][0], 'Id')


def _identified(physical_id, name):
    attributes[physical_id] = {name: physical_id}
    return physical_id, attributes[physical_id]


def _record_instance(logical_id, properties, stack):
    physical_id = f'i-{uuid.uuid4().hex[:17]}'
    attributes[physical_id] = {'InstanceId': physical_id, 'PrivateIp': '10.0.0.4', 'PublicIp': '203.0.113.4'}
    return physical_id, attributes[physical_id]


def _rule(direction, peer):
    """Create and delete of a rule of its own, between a security group and a peer: addresses or another group."""
    def permission(properties):
        rule = {'IpProtocol': str(properties.get('IpProtocol', '-1'))}
        rule.update({key: int(properties[key]) for key in ('FromPort', 'ToPort') if key in properties})
        if 'CidrIp' in properties:
            rule['IpRanges'] = [{'CidrIp': properties['CidrIp']}]
        if peer in properties:
            rule['UserIdGroupPairs'] = [{'GroupId': properties[peer]}]
        return {'GroupId': properties['GroupId'], 'IpPermissions': [rule]}

    def create(logical_id, properties, stack):
        getattr(client('ec2'), f'authorize_security_group_{direction}')(**permission(properties))
        return f'sgr-{uuid.uuid4().hex[:17]}', {}

    def delete(physical_id, properties):
        getattr(client('ec2'), f'revoke_security_group_{direction}')(**permission(properties))
    return create, delete
