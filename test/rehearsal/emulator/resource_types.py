"""Registers resource types with the emulator's CloudFormation."""
import ministack.services.cloudformation.provisioners as provisioners
import ministack.services.cloudformation.stacks as stacks

#: What `Fn::GetAtt` answers, by physical id. Types that keep more than that keep it here as well.
attributes = {}

_blocking = set()


def register(kind, create, delete=lambda physical_id, properties: None, *, replacing=(), update=None):
    """Adds a resource type.

    create     (logical id, properties, stack name) -> (physical id, attributes)
    delete     (physical id, properties)
    update     (physical id, old properties, new properties, stack name) -> (physical id, attributes);
               by default it changes nothing
    replacing  properties whose change replaces the resource, as "Update requires: Replacement" in the
               CloudFormation reference
    """
    def unchanged(physical_id, *_):
        return physical_id, attributes.get(physical_id, {})
    provisioners._RESOURCE_HANDLERS[kind] = {'create': create, 'delete': delete, 'update': update or unchanged}
    provisioners._REPLACING_PROPERTIES[kind] = frozenset(replacing)
    run_on_worker_thread(kind)


def run_on_worker_thread(kind):
    """For a type whose handler calls the emulator: on the main thread the call would wait for itself."""
    _blocking.add(kind)


def install():
    original = stacks._runs_on_worker_thread
    stacks._runs_on_worker_thread = lambda kind: kind in _blocking or original(kind)
