"""An extension of ministack, the AWS emulator that a rehearsal deploys to.

ministack lacks some resource types that this project uses, and differs from AWS in some points that
decide whether a deployment succeeds. Each module adds or changes one of these from outside the
package, and says why. docs/rehearsal.md says what a rehearsal proves and what not.

The modules use private names of ministack, so requirements.txt pins its exact version.
"""
