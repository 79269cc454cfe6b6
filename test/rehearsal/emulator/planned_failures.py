"""Makes a create, an update, a delete or a task fail on purpose.

The file named by REHEARSAL_FAILURES has one failure a line, ACTION SUBJECT, and is read each time:

    create TYPE         the create of a resource of this type fails, before anything is made
    update TYPE         its update fails; an update that goes back in a rollback succeeds
    delete TYPE         its deletion fails
    task WORD           a one-off task whose command has this word ends with exit code 1
    older-version TYPE  a custom resource was deployed by an older version with other properties
"""
import os
from pathlib import Path

import ministack.services.cloudformation as cloudformation
import ministack.services.cloudformation.provisioners as provisioners
import ministack.services.cloudformation.stacks as stacks

_file = Path(os.environ['REHEARSAL_FAILURES'])


def is_planned(action, subject):
    lines = _file.read_text().splitlines() if _file.exists() else []
    return f'{action} {subject}' in lines


def is_rolling_back(stack_name):
    return 'ROLLBACK' in (cloudformation._stacks.get(stack_name) or {}).get('StackStatus', '')


def install():
    def create(kind, logical_id, properties, stack, *rest):
        _fail('create', kind, logical_id)
        return original_create(kind, logical_id, properties, stack, *rest)

    def update(kind, physical_id, old, new, stack, logical_id=None, *rest):
        if old != new and not is_rolling_back(stack):
            _fail('update', kind, logical_id)
        return original_update(kind, physical_id, old, new, stack, logical_id, *rest)

    def delete(kind, physical_id, properties, stack=None, logical_id=None):
        _fail('delete', kind, logical_id)
        return original_delete(kind, physical_id, properties, stack, logical_id)

    original_create, original_update = provisioners._provision_resource, provisioners._update_resource
    original_delete = provisioners._delete_resource
    # stacks has imported the functions by name, and provisioners calls them itself for replacements.
    for module in (provisioners, stacks):
        module._provision_resource, module._update_resource, module._delete_resource = create, update, delete


def _fail(action, kind, logical_id):
    if is_planned(action, kind):
        raise ValueError(f'{logical_id} ({kind}): this {action} fails on purpose')
