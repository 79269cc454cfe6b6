"""CloudFront is global, so these names are unique in an account, over all its regions and stacks.

CloudFront: "Another vpc origin with the same name already exists within the aws account", and the same
for the policies: https://github.com/aws/aws-cdk/pull/35338. The emulator allows most of them twice.
"""
import ministack.services.cloudformation.provisioners as provisioners

_SECTIONS = {
    'AWS::CloudFront::CachePolicy': 'CachePolicyConfig',
    'AWS::CloudFront::OriginAccessControl': 'OriginAccessControlConfig',
    'AWS::CloudFront::OriginRequestPolicy': 'OriginRequestPolicyConfig',
    'AWS::CloudFront::ResponseHeadersPolicy': 'ResponseHeadersPolicyConfig',
    'AWS::CloudFront::VpcOrigin': 'VpcOriginEndpointConfig',
}

_owners = {}


def install():
    for kind, section in _SECTIONS.items():
        handler = provisioners._RESOURCE_HANDLERS[kind]
        handler['create'] = _claiming(handler['create'], kind, section)
        handler['delete'] = _releasing(handler['delete'], kind)


def _claiming(create, kind, section):
    def claimed(logical_id, properties, stack, *rest):
        name = properties[section]['Name']
        if (kind, name) in _owners:
            raise ValueError(f'Another {kind} with the same name already exists within the aws account: {name}')
        physical_id, answers = create(logical_id, properties, stack, *rest)
        _owners[kind, name] = physical_id
        return physical_id, answers
    return claimed


def _releasing(delete, kind):
    def released(physical_id, *rest):
        delete(physical_id, *rest)
        for key in [key for key, owner in _owners.items() if owner == physical_id and key[0] == kind]:
            del _owners[key]
    return released
