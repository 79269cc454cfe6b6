"""Checks calls of the AWS CLI against the model of each service, which botocore has.

Reads a JSON list of calls from standard input, each a list of arguments after `aws`, and writes a JSON list of
problems. Commands that the CLI makes itself, such as `aws s3 cp` and `aws logs tail`, are in no model.
"""

import json
import sys

import botocore.session
import jmespath
from botocore import xform_name

GLOBAL = {"--query", "--output", "--region", "--profile", "--no-paginate", "--max-items", "--no-cli-pager",
          "--cli-input-json", "--page-size", "--starting-token"}
OWN = {("s3", "cp"), ("s3", "sync"), ("s3", "ls"), ("s3", "rm"), ("logs", "tail"), ("ecr", "get-login-password"),
       ("ecs", "execute-command"), ("cloudformation", "deploy"), ("configure", "get"), ("logs", "start-live-tail")}
SERVICES = {"configservice": "config"}

session = botocore.session.get_session()


def main():
    calls = json.load(sys.stdin)
    json.dump([problem for call in calls for problem in problems_of(call)], sys.stdout)


def problems_of(call):
    if len(call) < 2:
        return [f"aws {' '.join(call)}: no service and operation"]
    service, operation, *rest = call
    name = f"aws {service} {operation}"
    if (service, operation) in OWN:
        return []
    if service == "s3api":
        service = "s3"
    try:
        model = session.get_service_model(SERVICES.get(service, service))
    except Exception:
        return [f"{name}: no such service"]
    operations = {xform_name(known, "-"): known for known in model.operation_names}
    if operation == "wait":
        return waiter_problems(name, service, rest)
    if operation not in operations:
        return [f"{name}: no such operation"]
    shape = model.operation_model(operations[operation]).input_shape
    return option_problems(name, shape, rest)


def waiter_problems(name, service, rest):
    waiters = session.get_waiter_model(service).waiter_names
    if not rest or rest[0] not in [xform_name(waiter, "-") for waiter in waiters]:
        return [f"{name} {rest[0] if rest else ''}: no such waiter"]
    return []


def option_problems(name, shape, rest):
    members = {} if shape is None else shape.members
    options = {f"--{xform_name(member, '-')}": (member, members[member]) for member in members}
    found, problems, at = set(), [], 0
    while at < len(rest):
        option = rest[at].split("=")[0]
        values = []
        at += 1
        while at < len(rest) and not rest[at].startswith("--"):
            values.append(rest[at])
            at += 1
        positive = option.replace("--no-", "--", 1)
        if option == "--query":
            try:
                jmespath.compile(" ".join(values))
            except Exception as problem:
                problems.append(f"{name} --query: {str(problem).splitlines()[0]}")
        elif option in options:
            member, kind = options[option]
            found.add(member)
            allowed = getattr(kind, "enum", None) or getattr(getattr(kind, "member", None), "enum", None)
            if allowed:
                problems += [f"{name} {option}: {value} is none of {', '.join(allowed)}"
                             for value in values if value not in allowed and "$" not in value]
            if kind.type_name != "boolean" and not values and "=" not in rest[at - 1]:
                problems.append(f"{name} {option}: no value")
        elif positive in options and options[positive][1].type_name == "boolean":
            found.add(options[positive][0])
        elif option not in GLOBAL:
            problems.append(f"{name}: no such option {option}")
    if shape is not None and not any(argument.startswith("--cli-input") for argument in rest):
        problems += [f"{name}: the option --{xform_name(member, '-')} is missing"
                     for member in shape.required_members if member not in found]
    return problems


main()
