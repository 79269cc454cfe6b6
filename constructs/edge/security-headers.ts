import { aws_cloudfront as cloudfront, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** No inline script or style, nothing from other origins, no framing of the page. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  'upgrade-insecure-requests',
].join('; ');

/** Browser features that no page of a shop needs. */
const permissionsPolicy = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics']
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Headers on every response, from cache, bucket or application
 * (https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html).
 *
 * An application that sends a Content-Security-Policy, Permissions-Policy or Referrer-Policy of its
 * own keeps it: only the application can list the scripts of its pages. It cannot change the other headers.
 */
export class SecurityHeaders extends cloudfront.ResponseHeadersPolicy {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      responseHeadersPolicyName: `${Stack.of(scope).stackName}-security-headers`,
      securityHeadersBehavior: {
        // Other names under the domain may still use HTTP, so subdomains are not included.
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: false,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: {
          referrerPolicy: cloudfront.HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override: false,
        },
        contentSecurityPolicy: { contentSecurityPolicy, override: false },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'Permissions-Policy', value: permissionsPolicy, override: false },
          { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: false },
        ],
      },
      removeHeaders: ['Server', 'X-Powered-By'],
    });
  }
}
