"""Clients for the emulator's own API, for resource types that are built from other resources."""
import os

import boto3
from botocore.config import Config
from ministack.core.responses import get_account_id, get_region

_ENDPOINT = f"http://127.0.0.1:{os.environ['GATEWAY_PORT']}"


def client(service):
    """A client in the account and region of the request that is being served."""
    return boto3.client(service, endpoint_url=_ENDPOINT, region_name=get_region(),
                        aws_access_key_id=get_account_id(), aws_secret_access_key='x',
                        config=Config(retries={'max_attempts': 0}))
