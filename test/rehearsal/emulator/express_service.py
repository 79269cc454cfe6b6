"""ECS Express: a service with the load balancer and the security group that Express makes for it.

Both are real in the emulator, since our templates read their ids and open a port of the group to CloudFront.
"""
import uuid

from ministack.core.responses import get_account_id, get_region

from .aws_client import client
from .resource_types import attributes, register

_INGRESS = 'ECSManagedResourceArns.IngressPath'


def install():
    register('AWS::ECS::ExpressGatewayService', _create, _delete,
             replacing=['Cluster', 'InfrastructureRoleArn', 'ServiceName', 'Tags'])


def _create(logical_id, properties, stack):
    name = f'{stack}-{uuid.uuid4().hex[:8]}'
    subnets = properties['NetworkConfiguration']['Subnets']
    vpc = client('ec2').describe_subnets(SubnetIds=subnets[:1])['Subnets'][0]['VpcId']
    group = client('ec2').create_security_group(
        GroupName=f'ecs-express-{name}', Description='Express', VpcId=vpc)['GroupId']
    balancer = client('elbv2').create_load_balancer(
        Name=name[-32:].strip('-'), Subnets=subnets, SecurityGroups=[group],
        Scheme='internal')['LoadBalancers'][0]['LoadBalancerArn']
    service = client('ecs').create_service(
        cluster=properties['Cluster'], serviceName=name, taskDefinition=properties['TaskDefinitionArn'],
        launchType='FARGATE', desiredCount=1,
        networkConfiguration={'awsvpcConfiguration': {'subnets': subnets}})['service']['serviceArn']
    attributes[service] = {
        'ServiceArn': service,
        'Endpoint': f'{name}.ecs.{get_region()}.on.aws',
        f'{_INGRESS}.LoadBalancerArn': balancer,
        f'{_INGRESS}.LoadBalancerSecurityGroups': [
            f'arn:aws:ec2:{get_region()}:{get_account_id()}:security-group/{group}'],
        'group': group,
    }
    return service, attributes[service]


def _delete(physical_id, properties):
    made = attributes.pop(physical_id)
    client('ecs').delete_service(cluster=properties['Cluster'], service=physical_id, force=True)
    client('elbv2').delete_load_balancer(LoadBalancerArn=made[f'{_INGRESS}.LoadBalancerArn'])
    client('ec2').delete_security_group(GroupId=made['group'])
