"""Points in which stacks of the emulator differ from stacks of AWS."""
import ministack.services.cloudformation as cloudformation
import ministack.services.cloudformation.changesets as changesets
import ministack.services.cloudformation.engine as engine
import ministack.services.cloudformation.handlers as handlers
import ministack.services.cloudformation.stacks as stacks
from ministack.core.responses import get_account_id, get_region, request_scope


def install():
    _read_outputs_of_other_regions()
    _execute_changes_of_outputs()
    _retry_what_a_rollback_could_not_delete()
    _remember_deleted_stacks()


def _read_outputs_of_other_regions():
    """`Fn::GetStackOutput` may name a region. The emulator looks for the stack in the region of the reader."""
    original = engine._resolve_refs

    def resolve(value, *rest):
        output = value.get('Fn::GetStackOutput') if isinstance(value, dict) else None
        region = output.get('Region') if isinstance(output, dict) else None
        with request_scope(get_account_id(), region if isinstance(region, str) else get_region()):
            return original(value, *rest)
    engine._resolve_refs = resolve


class _OutputsOnly(list):
    """No change of a resource, and yet a change set to execute."""

    def __bool__(self):
        return True


def _execute_changes_of_outputs():
    """AWS executes a change set that changes outputs alone. The emulator calls it empty."""
    differences, resolved = changesets._diff_resources, changesets._resolve_props_for_diff

    def with_outputs(template, *rest):
        return {**resolved(template, *rest), 'Outputs': template.get('Outputs', {})} if template else {}

    def compare(old, new, *rest, **named):
        changes = differences(old, new, *rest, **named)
        return changes if changes or not old or old.get('Outputs') == new.get('Outputs') else _OutputsOnly()
    changesets._diff_resources, changesets._resolve_props_for_diff = compare, with_outputs


def _retry_what_a_rollback_could_not_delete():
    """A stack in ROLLBACK_FAILED still holds what could not be deleted, and its deletion tries again."""
    original = stacks._delete_stack_async

    async def delete(name, *rest, **named):
        stack = cloudformation._stacks.get(name) or {}
        if stack.get('StackStatus') == 'ROLLBACK_FAILED':
            for logical_id, record in stack.get('_rollback_failed', {}).items():
                stack['_resources'].setdefault(logical_id, record)
        return await original(name, *rest, **named)
    stacks._delete_stack_async = handlers._delete_stack_async = delete


class _WithDeleted(type(cloudformation._stacks)):
    """Stacks by name, and the deleted ones by id once a new stack has their name."""

    __slots__ = ()

    def __setitem__(self, name, stack):
        former = self.get(name)
        if former and former.get('StackStatus') == 'DELETE_COMPLETE' and former['StackId'] != stack['StackId']:
            super().__setitem__(former['StackId'], former)
        super().__setitem__(name, stack)


def _remember_deleted_stacks():
    """AWS lists deleted stacks and their events for 90 days. The emulator forgets those whose name is used again."""
    cloudformation._stacks.__class__ = _WithDeleted
