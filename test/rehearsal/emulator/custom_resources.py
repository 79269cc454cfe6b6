"""Custom resources: our Lambda handlers run for real, except for the database login, which is recorded.

Differences from AWS that are mended here:
- After a failed create CloudFormation sends a Delete with the physical id of the failed answer.
- A Lambda layer is unpacked under /opt. Here it gets a folder of its own, which the handler is told.

The answer to a Delete must have the physical id of the request
(https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html); another is a finding.
"""
import io
import tempfile
import zipfile

import ministack.services.cloudformation.custom_resource as custom_resource
import ministack.services.cloudformation.provisioners as provisioners
import ministack.services.lambda_svc as functions

from .findings import report
from .planned_failures import is_planned, is_rolling_back

#: Creates and updates need a database. A Delete does not, so the handler gets it.
_RECORDED = {'Custom::DatabaseLogin'}

_answers = {}


def install():
    deliver, create = custom_resource.deliver_response, provisioners._custom_resource_create
    update, delete = provisioners._custom_resource_update, provisioners._custom_resource_delete

    def remembering(token, answer):
        _answers[answer.get('StackId'), answer.get('LogicalResourceId')] = answer
        return deliver(token, answer)

    def checked_delete(physical_id, properties, stack_name=None, logical_id=None, resource_type=''):
        delete(physical_id, properties, stack_name=stack_name, logical_id=logical_id, resource_type=resource_type)
        answered = _last_answer(stack_name, logical_id)
        if answered and answered != physical_id:
            report(f'{resource_type}: the handler answers Delete with the physical id {answered} instead of {physical_id}')

    def cleaned_create(logical_id, properties, stack, resource_type='', *rest):
        if resource_type in _RECORDED:
            return f'{stack}-{logical_id}-recorded', {}
        try:
            return create(logical_id, _with_layer(properties), stack, resource_type, *rest)
        except RuntimeError:
            checked_delete(_last_answer(stack, logical_id), properties, stack, logical_id, resource_type)
            raise

    def versioned_update(physical_id, old, new, stack, logical_id=None, resource_type=''):
        if resource_type in _RECORDED:
            return physical_id, {}
        if is_planned('older-version', resource_type):
            old, new = (old, _only_token(new)) if is_rolling_back(stack) else (_only_token(old), new)
        return update(physical_id, old, _with_layer(new), stack, logical_id=logical_id, resource_type=resource_type)

    custom_resource.deliver_response = remembering
    provisioners._custom_resource_create = cleaned_create
    provisioners._custom_resource_update = versioned_update
    provisioners._custom_resource_delete = checked_delete


def _last_answer(stack_name, logical_id):
    answer = _answers.get((provisioners._cr_stack_id(stack_name), logical_id)) or {}
    return answer.get('PhysicalResourceId')


def _only_token(properties):
    """What the versions of a handler have in common for certain."""
    return {name: properties[name] for name in ('ServiceToken', 'ServiceTimeout') if name in properties}


def _with_layer(properties):
    if 'Files' not in properties or 'Directory' not in properties:
        return properties
    content = functions._resolve_layer_zip(properties['Files'])
    if content is None:
        return properties
    folder = tempfile.mkdtemp(prefix='layer-')
    zipfile.ZipFile(io.BytesIO(content)).extractall(folder)
    return {**properties, 'Directory': folder}
