import { scramVerifier } from '../../../../constructs/data/login/scram';

test('the verifier is the one of RFC 7677 for its example', () => {
  const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
  expect(scramVerifier('pencil', salt)).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});

test('the same password never gives the same verifier twice', () => {
  expect(scramVerifier('pencil')).not.toBe(scramVerifier('pencil'));
});
