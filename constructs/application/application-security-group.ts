import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stores } from '../stores';

export interface ApplicationSecurityGroupProps {
  readonly vpc: ec2.IVpc;
  readonly stores: Stores;
  /** What the application runs on; part of the description of the rules at the stores. */
  readonly target: string;
}

/** Outbound to the stores and, over HTTPS, to AWS and the internet. No inbound traffic by default. */
export class ApplicationSecurityGroup extends ec2.SecurityGroup {
  constructor(scope: Construct, id: string, props: ApplicationSecurityGroupProps) {
    const { vpc, stores, target } = props;
    super(scope, id, { vpc, description: 'Application tasks', allowAllOutbound: false });
    this.connections.allowToAnyIpv4(ec2.Port.HTTPS, 'AWS and other APIs');
    // The rules are in the target's stack, so the data stack does not change when a target is added or removed.
    this.connections.allowToDefaultPort(stores.database, `Application on ${target}`);
    if (stores.cache) this.connections.allowToDefaultPort(stores.cache, `Application on ${target}`);
  }
}
