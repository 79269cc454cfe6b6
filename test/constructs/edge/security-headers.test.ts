import { testEdge } from './test-edge';

interface Override {
  readonly Override: boolean;
}

interface Policy {
  readonly CustomHeadersConfig: { readonly Items: readonly ({ Header: string; Value: string } & Override)[] };
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: Override & { readonly ContentSecurityPolicy: string };
    readonly ContentTypeOptions: Override;
    readonly FrameOptions: Override & { readonly FrameOption: string };
    readonly ReferrerPolicy: Override & { readonly ReferrerPolicy: string };
    readonly StrictTransportSecurity: Override & { readonly AccessControlMaxAgeSec: number };
  };
}

const edge = testEdge();
const [found] = Object.entries(edge.template.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
const policyId = found?.[0];
const policy: Policy = found?.[1].Properties.ResponseHeadersPolicyConfig;
const security = policy.SecurityHeadersConfig;

const directives = new Map(
  security.ContentSecurityPolicy.ContentSecurityPolicy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources];
  }),
);

test.each(['/', '/products/lamp', '/api/orders', '/api/chat', '/assets/app-3f2a.js'])(
  'the answer to %s leaves with the security headers',
  (path) => {
    expect(edge.behaviorFor(path).ResponseHeadersPolicyId).toEqual({ Ref: policyId });
  },
);

test('a browser that came once comes back over HTTPS for a year', () => {
  expect(security.StrictTransportSecurity).toMatchObject({
    AccessControlMaxAgeSec: 365 * 24 * 3600,
    Override: true,
  });
});

test('no page is framed and no file is taken for another type, whatever the application says', () => {
  expect(security.FrameOptions).toEqual({ FrameOption: 'DENY', Override: true });
  expect(security.ContentTypeOptions).toEqual({ Override: true });
});

test('scripts run from files of the shop only, never inline and never from text', () => {
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('default-src')).toEqual(["'self'"]);
  expect([...directives.values()].flat()).not.toContain("'unsafe-inline'");
  expect([...directives.values()].flat()).not.toContain("'unsafe-eval'");
});

test('a page talks to its own server only', () => {
  expect(directives.get('connect-src')).toEqual(["'self'"]);
  expect(directives.get('form-action')).toEqual(["'self'"]);
});

test('an application that sends a content security policy of its own keeps it', () => {
  expect(security.ContentSecurityPolicy.Override).toBe(false);
});

test('other sites learn the shop’s name at most', () => {
  expect(security.ReferrerPolicy.ReferrerPolicy).toBe('strict-origin-when-cross-origin');
});

test('no page may use camera, microphone or location', () => {
  const permissions = policy.CustomHeadersConfig.Items.find(({ Header }) => Header === 'Permissions-Policy');
  expect(permissions?.Value.split(', ')).toEqual(
    expect.arrayContaining(['camera=()', 'microphone=()', 'geolocation=()']),
  );
});
