"""RDS makes the secret of the master user itself, and deletes it with the instance; the emulator's RDS does not."""
import ministack.services.cloudformation.provisioners as provisioners

from .aws_client import client
from .resource_types import run_on_worker_thread

_KIND = 'AWS::RDS::DBInstance'


def install():
    handler = provisioners._RESOURCE_HANDLERS[_KIND]
    handler['create'] = _with_secret(handler['create'])
    handler['update'] = _with_secret(handler['update'])
    handler['delete'] = _without_secret(handler['delete'])
    run_on_worker_thread(_KIND)


def _with_secret(work):
    def done(*arguments):
        physical_id, answers = work(*arguments)
        return physical_id, {**answers, 'MasterUserSecret.SecretArn': _secret_of(physical_id)}
    return done


def _without_secret(delete):
    def done(physical_id, *rest):
        answer = delete(physical_id, *rest)
        client('secretsmanager').delete_secret(SecretId=f'rds!{physical_id}', ForceDeleteWithoutRecovery=True)
        return answer
    return done


def _secret_of(instance):
    secrets, name = client('secretsmanager'), f'rds!{instance}'
    try:
        return secrets.describe_secret(SecretId=name)['ARN']
    except secrets.exceptions.ResourceNotFoundException:
        return secrets.create_secret(Name=name, SecretString='{"username":"postgres","password":"x"}')['ARN']
