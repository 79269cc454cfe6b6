"""Public SSM parameters of Amazon with machine image ids; the emulator has two of them."""
import ministack.services.ssm as ssm

_IMAGE = 'ami-0c2023a1b2c3d4e5f'
_NAMES = (
    '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64',
    '/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id',
    '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
)


def install():
    ssm._PUBLIC_AMI_PARAMETERS.update({name: _IMAGE for name in _NAMES})
