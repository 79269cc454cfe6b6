// A file under a content-hashed name never changes, so a browser may keep it for a year. A response
// headers policy would say so of a 404 as well; this is not run for answers of 400 and above:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html
function handler(event) {
  const headers = event.response.headers;
  // The application, when it stands in for the bucket, knows best what it sent.
  if (!headers['cache-control']) {
    headers['cache-control'] = { value: 'public, max-age=31536000, immutable' };
  }
  return event.response;
}
