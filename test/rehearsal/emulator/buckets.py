"""S3 deletes no bucket that has an object, and Elastic Load Balancing writes one at once.

When access logs are switched on, the load balancer writes ELBAccessLogTestFile:
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
The emulator's templates delete buckets with their objects, and its load balancers write nothing.
"""
import ministack.services.cloudformation.provisioners as provisioners

from .aws_client import client
from .resource_types import run_on_worker_thread

_BUCKET = 'AWS::S3::Bucket'
_LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer'


def install():
    buckets = provisioners._RESOURCE_HANDLERS[_BUCKET]
    balancers = provisioners._RESOURCE_HANDLERS[_LOAD_BALANCER]
    delete = buckets['delete']

    def refuse_unless_empty(physical_id, *rest):
        if client('s3').list_objects_v2(Bucket=physical_id, MaxKeys=1)['KeyCount'] > 0:
            raise ValueError(f'The bucket you tried to delete is not empty: {physical_id}')
        return delete(physical_id, *rest)

    buckets['delete'] = refuse_unless_empty
    for action, position in (('create', 1), ('update', 2)):
        balancers[action] = _testing(balancers[action], position)
    for kind in (_BUCKET, _LOAD_BALANCER):
        run_on_worker_thread(kind)


def _testing(work, position):
    """position: of the new properties among the arguments"""
    def done(*arguments):
        answer = work(*arguments)
        attributes = {one['Key']: one['Value'] for one in arguments[position].get('LoadBalancerAttributes', [])}
        if str(attributes.get('access_logs.s3.enabled')).lower() == 'true':
            key = '/'.join(filter(None, [attributes.get('access_logs.s3.prefix'), 'ELBAccessLogTestFile']))
            client('s3').put_object(Bucket=attributes['access_logs.s3.bucket'], Key=key, Body=b'')
        return answer
    return done
