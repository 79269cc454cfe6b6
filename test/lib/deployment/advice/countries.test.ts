import { reported } from '../rule-cases';

test.each([
  ['UK', "'GB' for United Kingdom"],
  ['EN', "'GB' for United Kingdom"],
  ['EL', "'GR' for Greece"],
  ['de', "'DE' for Germany"],
  ['germany', "'DE' for Germany"],
  ['XX', "'DE', for instance"],
  [49, "'DE', for instance"],
])('%s', (country, instead) => {
  expect(reported({ edge: { geo: { allow: [country] } } })).toEqual([
    ['edge.geo.allow[0]', 'must be a two-letter country code of ISO 3166-1', instead],
  ]);
});
