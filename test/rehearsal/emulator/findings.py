"""What the emulator notices about the product while it runs; the runner reports it with the phase."""
import os
from pathlib import Path

_file = Path(os.environ['REHEARSAL_FINDINGS'])


def report(finding):
    with _file.open('a') as file:
        file.write(f'{finding}\n')
