"""A task outside a service ends after a second: without Docker the emulator would leave it running.

It exits with 0, or with 1 where the runner has planned `task WORD` and WORD is in its command.
"""
import json
import threading

import ministack.services.ecs as ecs
from ministack.core.responses import get_account_id, get_region, request_scope

from .planned_failures import is_planned


def install():
    original = ecs._ACTION_MAP['RunTask']

    def run_task(data):
        answer = original(data)
        status, body = answer[0], answer[2]
        if status == 200 and not data.get('group', '').startswith('service:'):
            for task in json.loads(body).get('tasks', []):
                threading.Timer(1, _end, [task['taskArn'], get_account_id(), get_region()]).start()
        return answer
    ecs._ACTION_MAP['RunTask'] = run_task


def _end(arn, account, region):
    with request_scope(account, region):
        task = ecs._tasks[arn]
        overrides = task['overrides'].get('containerOverrides', [])
        words = {word for container in overrides for word in container.get('command', [])}
        exit_code = 1 if any(is_planned('task', word) for word in words) else 0
        ecs._mark_task_stopped(arn, task, 'Essential container in task exited', 'EssentialContainerExited', exit_code)
