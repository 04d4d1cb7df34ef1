import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalQuery, percentEncode, sha256Hex, signV1, stringToSignV1 } from './signature';
import { canonicalRequestV3, parseAuthorizationV3, sameSignature, signV3 } from './signature-v3';

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const business = {
  CommandId: 'c-0123456789abcdef',
  'InstanceId.1': 'i-bp1aaaaaaaaaaaaaaaaa',
  'InstanceId.2': 'i-bp1bbbbbbbbbbbbbbbbb',
  Frequency: '0 0/5 14 * * ?',
  Parameters: `{"name":"O'Neil ~ 測試"}`,
};
const v1 = {
  ...business,
  Action: 'InvokeCommand',
  AccessKeyId: 'testid',
  Format: 'JSON',
  RegionId: 'cn-hangzhou',
  SignatureMethod: 'HMAC-SHA1',
  SignatureNonce: '9b7a44b0-3be1-11e5-8c73-08002700c460',
  SignatureVersion: '1.0',
  Timed: 'true',
  Timestamp: '2020-02-24T08:30:15Z',
  Version: '2014-05-26',
};
const v1Canonical =
  'AccessKeyId=testid&Action=InvokeCommand&CommandId=c-0123456789abcdef&Format=JSON&Frequency=0%200%2F5%2014%20%2A%20%2A%20%3F&InstanceId.1=i-bp1aaaaaaaaaaaaaaaaa&InstanceId.2=i-bp1bbbbbbbbbbbbbbbbb&Parameters=%7B%22name%22%3A%22O%27Neil%20~%20%E6%B8%AC%E8%A9%A6%22%7D&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=9b7a44b0-3be1-11e5-8c73-08002700c460&SignatureVersion=1.0&Timed=true&Timestamp=2020-02-24T08%3A30%3A15Z&Version=2014-05-26';
const v1StringToSign =
  'POST&%2F&AccessKeyId%3Dtestid%26Action%3DInvokeCommand%26CommandId%3Dc-0123456789abcdef%26Format%3DJSON%26Frequency%3D0%25200%252F5%252014%2520%252A%2520%252A%2520%253F%26InstanceId.1%3Di-bp1aaaaaaaaaaaaaaaaa%26InstanceId.2%3Di-bp1bbbbbbbbbbbbbbbbb%26Parameters%3D%257B%2522name%2522%253A%2522O%2527Neil%2520~%2520%25E6%25B8%25AC%25E8%25A9%25A6%2522%257D%26RegionId%3Dcn-hangzhou%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D9b7a44b0-3be1-11e5-8c73-08002700c460%26SignatureVersion%3D1.0%26Timed%3Dtrue%26Timestamp%3D2020-02-24T08%253A30%253A15Z%26Version%3D2014-05-26';

const v3Headers = {
  host: 'ecs.cn-beijing.aliyuncs.com',
  'x-acs-action': 'InvokeCommand',
  'x-acs-content-sha256': EMPTY,
  'x-acs-date': '2020-02-24T08:30:15Z',
  'x-acs-signature-nonce': '9b7a44b0-3be1-11e5-8c73-08002700c460',
  'x-acs-version': '2014-05-26',
};
const v3Query = { ...business, RegionId: 'cn-beijing' };

describe('version 1', () => {
  it('K2: builds the canonical text and the string to sign of vector V1-POST', () => {
    expect(canonicalQuery(v1)).toBe(v1Canonical);
    expect(stringToSignV1('POST', v1)).toBe(v1StringToSign);
  });

  it.each([
    ['V1-POST', 'POST', v1, 'faXwnTr6BGnU+TGsM5ap1UgFRfE='],
    ['V1-GET', 'GET', v1, 'X+K7grdTxeuo43xiF5YoTm1ROGU='],
    ['V1-POST with STS', 'POST', { ...v1, SecurityToken: 'sts-token-1' }, 'GFaEyXo46y67dzOaLaqX/OKxcCE='],
  ])('K2: signs vector %s', async (_name, method, params, signature) => {
    expect(await signV1(method, params, 'testsecret')).toBe(signature);
  });

  it('K3: a server may pass what arrived, Signature included, and gets the same signature', async () => {
    expect(await signV1('POST', { ...v1, Signature: 'anything' }, 'testsecret')).toBe(
      'faXwnTr6BGnU+TGsM5ap1UgFRfE=',
    );
  });
});

describe('version 3', () => {
  it('K3: builds the canonical request of vector V3-A, whose hash is published', async () => {
    const request = {
      method: 'POST',
      query: v3Query,
      headers: { ...v3Headers, 'x-acs-credentials-provider': 'static_ak' },
    };
    expect(await sha256Hex(canonicalRequestV3(request))).toBe(
      'cc5c164aea338d5dfc50f1af29e9da4fd402b5f93eb31abff02bfe0414ce00dc',
    );
  });

  it.each([
    [
      'V3-A',
      { ...v3Headers, 'x-acs-credentials-provider': 'static_ak' },
      '5ec0aa20c4d7d1cc461f22a917343c5c127aad14aa1cc43f2dbbdb14c0161ab0',
    ],
    [
      'V3-A with STS',
      {
        ...v3Headers,
        'x-acs-credentials-provider': 'static_sts',
        'x-acs-accesskey-id': 'testid',
        'x-acs-security-token': 'sts-token-1',
      },
      '69c9fa8ce96eb2f9d85834d228c87fec6cbdad06b240e42ec39a451f49e1e96b',
    ],
    ['V3-A without provider', v3Headers, '2b36bed31e47bd52f3f92aa9c82a941e16a8449f74cca83be5f38fb6aa26efd0'],
  ])('K3: signs vector %s', async (_name, headers, signature) => {
    expect(await signV3({ method: 'POST', query: v3Query, headers }, 'testsecret')).toBe(signature);
  });

  it('K3: signs vector V3-B, where the parameters are the form body', async () => {
    const body =
      "RegionId=cn-beijing&CommandId=c-0123456789abcdef&InstanceId.1=i-bp1aaaaaaaaaaaaaaaaa&InstanceId.2=i-bp1bbbbbbbbbbbbbbbbb&Frequency=0%200%2F5%2014%20*%20*%20%3F&Parameters=%7B%22name%22%3A%22O'Neil%20~%20%E6%B8%AC%E8%A9%A6%22%7D";
    const hashedPayload = await sha256Hex(body);
    expect(hashedPayload).toBe('05bbca974bb82a6643bc43db3ab9a7d7a6123025ee98768db7e9d229e2e76a9e');
    const request = {
      method: 'POST',
      query: {},
      headers: {
        ...v3Headers,
        'Content-Type': 'application/x-www-form-urlencoded',
        'x-acs-content-sha256': hashedPayload,
      },
    };
    expect(await sha256Hex(canonicalRequestV3(request))).toBe(
      '59d0dc20b899cc05ad2bedb393fb1f30485373c3bf52ca23485f6a191452cd96',
    );
    expect(await signV3(request, 'testsecret')).toBe(
      'b7c13c11c0e4a960f16c16483049c5f2213e241842d6f53c7067e00fb59f5d9b',
    );
  });

  it('K3: only the headers named by the caller are signed, whatever else a proxy added', async () => {
    const authorization = parseAuthorizationV3(
      `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=${Object.keys(v3Headers).join(';')},Signature=${'0'.repeat(64)}`,
    );
    expect(authorization?.accessKeyId).toBe('testid');
    const signature = await signV3(
      {
        method: 'POST',
        query: v3Query,
        headers: { ...v3Headers, 'x-acs-added': '1', 'Content-Type': 'text/plain' },
        signedHeaders: authorization?.signedHeaders ?? [],
      },
      'testsecret',
    );
    expect(signature).toBe('2b36bed31e47bd52f3f92aa9c82a941e16a8449f74cca83be5f38fb6aa26efd0');
  });

  it.each([
    '',
    'Bearer x',
    'ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host',
    'ACS3-HMAC-SHA256 Credential=a,SignedHeaders=h,Signature=xyz',
  ])('K3: a header that is not of the form is refused: %j', (header) =>
    expect(parseAuthorizationV3(header)).toBeNull(),
  );
});

describe('encoding', () => {
  it('K2: any text survives encoding, and only unreserved characters stay bare', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const encoded = percentEncode(text);
        expect(encoded).toMatch(/^(?:[A-Za-z0-9\-_.~]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(encoded)).toBe(text);
      }),
    );
  });

  it('K2: a lone surrogate is sent as U+FFFD instead of failing', () => {
    expect(percentEncode('a\uD800b')).toBe('a%EF%BF%BDb');
    expect(percentEncode('\u{1F600}')).toBe('%F0%9F%98%80');
  });

  it('K2: agrees with Node’s own HMAC over arbitrary parameters', async () => {
    const name = fc
      .string({ unit: 'binary-ascii', minLength: 1 })
      .filter((s) => s !== '__proto__' && s !== 'Signature');
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, fc.string({ unit: 'grapheme' })),
        fc.string(),
        async (params, secret) => {
          const expected = createHmac('sha1', `${secret}&`)
            .update(stringToSignV1('GET', params))
            .digest('base64');
          expect(await signV1('GET', params, secret)).toBe(expected);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('K3: comparing signatures', () => {
    expect(sameSignature('abc', 'abc')).toBe(true);
    expect(sameSignature('abc', 'abd')).toBe(false);
    expect(sameSignature('abc', 'abcd')).toBe(false);
  });
});
