"""Tells CloudFormation whether this instance is ready: SignalResource, signed with the instance's role.

The image has neither cfn-signal nor the AWS CLI. It has Python, in which cloud-init is written.
https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_SignalResource.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

Usage: python3 nat-signal.py SUCCESS|FAILURE STACK_ID LOGICAL_ID REGION HOST
"""

import datetime
import hashlib
import hmac
import json
import os
import sys
import time
import urllib.parse
import urllib.request

METADATA = os.environ.get("METADATA_URL", "http://169.254.169.254") + "/latest/"
ATTEMPTS = int(os.environ.get("SIGNAL_ATTEMPTS", "30"))
PAUSE_SECONDS = float(os.environ.get("SIGNAL_PAUSE_SECONDS", "10"))


def call(url, method="GET", headers=None, body=None):
    request = urllib.request.Request(url, method=method, headers=headers or {}, data=body)
    with urllib.request.urlopen(request, timeout=10) as response:
        return response.read().decode()


def hashed(text):
    return hashlib.sha256(text.encode()).hexdigest()


def signature(secret, day, region, text):
    key = b"AWS4" + secret.encode()
    for part in (day, region, "cloudformation", "aws4_request", text):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return key.hex()


def signed_headers(credentials, region, host, body):
    now = datetime.datetime.now(datetime.timezone.utc)
    day, moment = now.strftime("%Y%m%d"), now.strftime("%Y%m%dT%H%M%SZ")
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "host": host,
        "x-amz-date": moment,
        "x-amz-security-token": credentials["Token"],
    }
    names = ";".join(headers)
    lines = "".join(f"{name}:{value}\n" for name, value in headers.items())
    canonical = "\n".join(("POST", "/", "", lines, names, hashed(body)))
    scope = f"{day}/{region}/cloudformation/aws4_request"
    to_sign = "\n".join(("AWS4-HMAC-SHA256", moment, scope, hashed(canonical)))
    signed = signature(credentials["SecretAccessKey"], day, region, to_sign)
    credential = f"{credentials['AccessKeyId']}/{scope}"
    headers["authorization"] = (
        f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={names}, Signature={signed}"
    )
    return headers


def send(status, stack, resource, region, host):
    token = call(METADATA + "api/token", "PUT", {"X-aws-ec2-metadata-token-ttl-seconds": "300"})

    def metadata(path):
        return call(METADATA + "meta-data/" + path, headers={"X-aws-ec2-metadata-token": token})

    role = metadata("iam/security-credentials/").strip()
    credentials = json.loads(metadata("iam/security-credentials/" + role))
    body = urllib.parse.urlencode(
        {
            "Action": "SignalResource",
            "Version": "2010-05-15",
            "StackName": stack,
            "LogicalResourceId": resource,
            "UniqueId": metadata("instance-id"),
            "Status": status,
        }
    )
    url = os.environ.get("CLOUDFORMATION_URL", "https://" + host)
    call(url + "/", "POST", signed_headers(credentials, region, host, body), body.encode())


def main(arguments):
    # The role and its policy are as new as the instance, and IAM applies both with a delay.
    for attempt in range(1, ATTEMPTS + 1):
        try:
            send(*arguments)
            return
        except (OSError, ValueError, KeyError) as problem:
            print(f"signal {attempt} of {ATTEMPTS}: {problem}", flush=True)
            if attempt == ATTEMPTS:
                sys.exit(1)
            time.sleep(PAUSE_SECONDS)


main(sys.argv[1:])
