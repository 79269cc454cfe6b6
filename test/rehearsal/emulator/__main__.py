"""Starts the extended emulator: `python -m emulator`, in test/rehearsal.

The runner (test/rehearsal/emulator.ts) sets the environment. The emulator stops when its standard
input closes, so it also stops when the runner is killed.
"""
import os
import signal
import threading

from ministack.app import main

from . import (
    buckets,
    custom_resources,
    database_secret,
    deletion_protection,
    express_service,
    global_names,
    network_types,
    one_off_tasks,
    planned_failures,
    public_parameters,
    recorded_types,
    resource_types,
    stack_behaviour,
    vpc_origin,
)


def stop_with_the_runner():
    """Waits until the runner closes the pipe, then ends this process group: Lambda handlers run as children."""
    # Not sys.stdin, whose lock the end of this process would wait for when the emulator cannot start.
    while os.read(0, 1):
        pass
    os.killpg(os.getpgid(0), signal.SIGKILL)


if __name__ == '__main__':
    threading.Thread(target=stop_with_the_runner, daemon=True).start()
    for module in (buckets, recorded_types, network_types, vpc_origin, express_service, global_names,
                   database_secret, deletion_protection, public_parameters, one_off_tasks,
                   custom_resources, stack_behaviour, planned_failures, resource_types):
        module.install()
    main()
