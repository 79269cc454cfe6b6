"""A template of the emulator deletes what its API, as AWS, would refuse to delete."""
import ministack.services.alb as load_balancers
import ministack.services.cloudformation.provisioners as provisioners
import ministack.services.rds as databases


def install():
    _protect('AWS::RDS::DBInstance',
             lambda name: (databases._instances.get(name) or {}).get('DeletionProtection'),
             'Cannot delete protected DB Instance {}, please disable deletion protection and try again.')
    _protect('AWS::ElasticLoadBalancingV2::LoadBalancer',
             lambda arn: {'Key': 'deletion_protection.enabled', 'Value': 'true'} in (load_balancers._lb_attrs.get(arn) or []),
             "Load balancer '{}' cannot be deleted because deletion protection is enabled")


def _protect(kind, is_protected, message):
    handler = provisioners._RESOURCE_HANDLERS[kind]
    delete = handler['delete']

    def refuse(physical_id, *rest):
        if is_protected(physical_id):
            raise ValueError(message.format(physical_id))
        return delete(physical_id, *rest)
    handler['delete'] = refuse
