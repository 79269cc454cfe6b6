"""Checks calls of the AWS CLI against the models of the services that botocore has.

Reads from stdin a JSON list of {"argv": [...], "whole": bool}; argv is what follows `aws`. A call that is not whole
is a mention, which may leave out required options. Prints a JSON list of problems, each with the call.
"""

import json
import re
import sys

import botocore.session
import jmespath
from botocore import xform_name

SESSION = botocore.session.get_session()
GLOBAL = {
    "--output": ("json", "text", "table", "yaml"),
    "--query": None,
    "--region": None,
    "--profile": None,
    "--max-items": None,
    "--page-size": None,
}
# Commands of the CLI that are not operations of a service: their options, and how many words come first.
OWN = {("logs", "tail"): (1, {"--since", "--follow", "--format", "--filter-pattern", "--log-stream-names"})}


class Wrong(Exception):
    pass


def options_of(words):
    """Options with their values, in order; words before the first option come first, under None."""
    options, current = {None: []}, None
    for word in words:
        if re.fullmatch(r"--[a-z][a-z0-9-]*", word):
            current = word
            if current in options:
                raise Wrong(f"{current} is given twice")
            options[current] = []
        else:
            options[current].append(word)
    return options


def members_of(shape, found=None):
    """Names of all members of an output, at any depth."""
    found = set() if found is None else found
    if shape is None:
        return found
    if shape.type_name == "structure":
        for name, member in shape.members.items():
            if name not in found:
                found.add(name)
                members_of(member, found)
    elif shape.type_name == "list":
        members_of(shape.member, found)
    elif shape.type_name == "map":
        members_of(shape.value, found)
    return found


def fields_of(node):
    if node["type"] == "field":
        yield node["value"]
    for child in node.get("children", []):
        if isinstance(child, dict):
            yield from fields_of(child)


def check_query(expression, output, words):
    try:
        parsed = jmespath.compile(expression).parsed
    except jmespath.exceptions.JMESPathError as error:
        raise Wrong(f"--query {expression!r} does not parse: {error}")
    known = members_of(output)
    # Keys of maps are in no model; those that are used have a dot, or are asked for in the same call.
    for field in fields_of(parsed):
        if field not in known and field not in words and "." not in field:
            raise Wrong(f"--query names {field}, which the answer does not have")


def check_value(option, shape, values):
    if shape.type_name == "boolean":
        if values:
            raise Wrong(f"{option} takes no value")
        return
    if not values:
        raise Wrong(f"{option} needs a value")
    if shape.type_name == "list":
        for value in values:
            if shape.member.type_name == "structure":
                check_structure(option, shape.member, value)
            else:
                check_value(option, shape.member, [value])
        return
    if len(values) > 1:
        raise Wrong(f"{option} takes one value, not {values}")
    [value] = values
    if shape.type_name == "structure":
        check_structure(option, shape, value)
    elif shape.type_name in ("integer", "long"):
        if not re.fullmatch(r"\d+", value):
            raise Wrong(f"{option} takes a number, not {value}")
    elif getattr(shape, "enum", None) and value not in shape.enum:
        raise Wrong(f"{option} takes one of {', '.join(shape.enum)}, not {value}")


def check_structure(option, shape, value):
    """JSON, or the short form a=1,b=2 of the first level."""
    if value.startswith("{"):
        check_json(option, shape, json.loads(value))
        return
    for key in re.findall(r"(?:^|,)([A-Za-z]+)=", value):
        if key not in shape.members and shape.type_name == "structure" and not nested(shape, key):
            raise Wrong(f"{option} has no part {key}")


def nested(shape, key):
    return any(
        member.type_name == "structure" and key in member.members for member in shape.members.values()
    )


def check_json(option, shape, value):
    if shape.type_name == "structure" and isinstance(value, dict):
        for key, part in value.items():
            if key not in shape.members:
                raise Wrong(f"{option} has no part {key}")
            check_json(option, shape.members[key], part)
    elif shape.type_name == "list" and isinstance(value, list):
        for item in value:
            check_json(option, shape.member, item)


def check_own(positional, known, options):
    if len(options[None]) != positional:
        raise Wrong(f"takes {positional} words before its options, not {options[None]}")
    for option in options:
        if option is not None and option not in known and option not in GLOBAL:
            raise Wrong(f"has no option {option}")


def operation_of(service, command):
    try:
        model = SESSION.get_service_model(service)
    except botocore.exceptions.UnknownServiceError:
        raise Wrong(f"{service} is no service")
    for name in model.operation_names:
        if xform_name(name, "-") == command:
            return model.operation_model(name)
    raise Wrong(f"{service} has no command {command}")


def waited_operation(service, waiter):
    model = SESSION.get_waiter_model(service)
    for name in model.waiter_names:
        if xform_name(name, "-") == waiter:
            return SESSION.get_service_model(service).operation_model(model.get_waiter(name).operation)
    raise Wrong(f"{service} has no waiter {waiter}")


def check(argv, whole):
    if len(argv) < 2:
        raise Wrong("has no command")
    service, command, *words = argv
    if (service, command) in OWN:
        check_own(*OWN[(service, command)], options_of(words))
        return
    if command == "wait":
        operation, words = waited_operation(service, words[0]), words[1:]
    else:
        operation = operation_of(service, command)
    options = options_of(words)
    if options.pop(None):
        raise Wrong("has words before its options")
    inputs = operation.input_shape
    members = dict(inputs.members) if inputs is not None else {}
    by_option = {"--" + xform_name(name, "-"): name for name in members}
    for option, values in options.items():
        if option == "--query" and operation.output_shape is not None:
            if len(values) != 1:
                raise Wrong("--query takes one value")
            asked = [word for other, given in options.items() if other != option for word in given]
            check_query(values[0], operation.output_shape, asked)
        elif option in by_option:
            check_value(option, members[by_option[option]], values)
        elif option in GLOBAL:
            if len(values) != 1 or (GLOBAL[option] and values[0] not in GLOBAL[option]):
                raise Wrong(f"{option} cannot be {values}")
        elif option.startswith("--no-") and "--" + option[5:] in by_option:
            pass
        else:
            raise Wrong(f"{service} {command} has no option {option}")
    if whole and inputs is not None:
        missing = [o for o, name in by_option.items() if name in inputs.required_members and o not in options]
        if missing:
            raise Wrong(f"{service} {command} needs {', '.join(missing)}")


def main():
    problems = []
    for call in json.load(sys.stdin):
        try:
            check(call["argv"], call["whole"])
        except Wrong as wrong:
            problems.append(f"aws {' '.join(call['argv'])}: {wrong}")
    json.dump(problems, sys.stdout)


main()
