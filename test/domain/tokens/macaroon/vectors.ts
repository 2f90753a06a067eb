// Macaroons that other implementations made, without their prefixes, so that nobody who searches for leaked tokens
// stops here. Each was reproduced bit by bit by two more.

const uuid = '00000000-0000-4000-8000-000000000001';
const keyOfBytes = Buffer.from(Array.from({ length: 32 }, (_, place) => place));
const twentyProjects = Array.from({ length: 20 }, (_, place) => `pkg-${String(place).padStart(3, '0')}`);

export interface Vector {
  readonly title: string;
  readonly location: string;
  readonly identifier: string;
  readonly rootKey: Buffer;
  readonly caveats: readonly string[];
  /** After each caveat. */
  readonly chain: readonly string[];
  readonly signature: string;
  readonly body: string;
  readonly prefix?: string;
}

export const VECTORS: readonly Vector[] = [
  {
    title: 'without caveats',
    location: 'index.example.test',
    identifier: '5f0c9a52-6d2e-4b7e-8f41-1d2a3c4b5e6f',
    rootKey: keyOfBytes,
    caveats: [],
    chain: [],
    signature: '35c8fa3cbf3a4774fd941a23f250f717188eefb1304c8860fd9774f9b99d0969',
    body: 'AgESaW5kZXguZXhhbXBsZS50ZXN0AiQ1ZjBjOWE1Mi02ZDJlLTRiN2UtOGY0MS0xZDJhM2M0YjVlNmYAAAYgNcj6PL86R3T9lBoj8lD3FxiO77EwTIhg_Zd0-bmdCWk',
  },
  {
    title: 'with the four arrays',
    location: 'index.example.test',
    identifier: '5f0c9a52-6d2e-4b7e-8f41-1d2a3c4b5e6f',
    rootKey: keyOfBytes,
    caveats: [
      '[0,1900000000,1700000000]',
      '[1,["my-pkg","other-pkg"]]',
      `[2,["${uuid}"]]`,
      '[3,"11111111-2222-4333-8444-555555555555"]',
    ],
    chain: [
      'fd8581d378d7cce8c3dca0b66dda586f0d77467a490c8d7668c3013b63464b03',
      '0f9ae99edc859d83191224790c89f80068b8de83b8b45994b288b6a01a52cc6a',
      '750a78005b0809969cf4195f0d78b1fcd8436b34030fcb7dede383ac4c060bcd',
    ],
    signature: '8a43481feb0783f0b0697558c0784a85ef70f63cacf23da489073602742c99df',
    body: 'AgESaW5kZXguZXhhbXBsZS50ZXN0AiQ1ZjBjOWE1Mi02ZDJlLTRiN2UtOGY0MS0xZDJhM2M0YjVlNmYAAhlbMCwxOTAwMDAwMDAwLDE3MDAwMDAwMDBdAAIaWzEsWyJteS1wa2ciLCJvdGhlci1wa2ciXV0AAixbMixbIjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSJdXQACKlszLCIxMTExMTExMS0yMjIyLTQzMzMtODQ0NC01NTU1NTU1NTU1NTUiXQAABiCKQ0gf6weD8LBpdVjAeEqF73D2PKzyPaSJBzYCdCyZ3w',
  },
  {
    title: 'with the older objects',
    location: 'legacy.example.test',
    identifier: 'd4d8a706-51a1-4844-a49f-12d4bc3db6f9',
    rootKey: Buffer.from('a secure key'),
    caveats: [
      '{"version": 1, "permissions": "user"}',
      '{"version": 1, "permissions": {"projects": ["my-pkg"]}}',
      '{"nbf": 1700000000, "exp": 1900000000}',
      `{"project_ids": ["${uuid}"]}`,
    ],
    chain: [
      '2d3bde38b93ab6bb3e9fc331757f00ca41de335d41873d57e0adb9b56f2cdbe2',
      'eb9cc6bb1deeb448af22be8f66e1d7f8bad3f20d62e99d527167f37ec83f46a5',
      '618604a4ba2570a87116dd034037bd594598b0f6276b989b0ea2c803fed3565f',
    ],
    signature: '21bf4df0caf197fb480c0f5d05ad87faf5656da4b9f9d55078d6ad018c32fb64',
    body: 'AgETbGVnYWN5LmV4YW1wbGUudGVzdAIkZDRkOGE3MDYtNTFhMS00ODQ0LWE0OWYtMTJkNGJjM2RiNmY5AAIleyJ2ZXJzaW9uIjogMSwgInBlcm1pc3Npb25zIjogInVzZXIifQACN3sidmVyc2lvbiI6IDEsICJwZXJtaXNzaW9ucyI6IHsicHJvamVjdHMiOiBbIm15LXBrZyJdfX0AAiZ7Im5iZiI6IDE3MDAwMDAwMDAsICJleHAiOiAxOTAwMDAwMDAwfQACOXsicHJvamVjdF9pZHMiOiBbIjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSJdfQAABiAhv03wyvGX-0gMD10FrYf69WVtpLn51VB41q0BjDL7ZA',
  },
  {
    title: 'with a length of two bytes and a location beyond ASCII',
    location: 'índex.example.test',
    identifier: 'tok_01J000000000000000000000',
    rootKey: Buffer.alloc(32, 0xff),
    caveats: [JSON.stringify([1, twentyProjects]), '[4,"99999999-8888-4777-8666-555555555555",null]'],
    chain: ['436534c4de316581641c6cd391bed7da5f345efe19e716eb734cf7af071704bd'],
    signature: 'ba591b102eee9696df98bfe2826b7a3fda184663c76b8116f41715e9169604c5',
    body: 'AgETw61uZGV4LmV4YW1wbGUudGVzdAIcdG9rXzAxSjAwMDAwMDAwMDAwMDAwMDAwMDAwMAACzQFbMSxbInBrZy0wMDAiLCJwa2ctMDAxIiwicGtnLTAwMiIsInBrZy0wMDMiLCJwa2ctMDA0IiwicGtnLTAwNSIsInBrZy0wMDYiLCJwa2ctMDA3IiwicGtnLTAwOCIsInBrZy0wMDkiLCJwa2ctMDEwIiwicGtnLTAxMSIsInBrZy0wMTIiLCJwa2ctMDEzIiwicGtnLTAxNCIsInBrZy0wMTUiLCJwa2ctMDE2IiwicGtnLTAxNyIsInBrZy0wMTgiLCJwa2ctMDE5Il1dAAIvWzQsIjk5OTk5OTk5LTg4ODgtNDc3Ny04NjY2LTU1NTU1NTU1NTU1NSIsbnVsbF0AAAYgulkbEC7ulpbfmL_igmt6P9oYRmPHa4EW9BcV6RaWBMU',
  },
  {
    title: 'in the flavour of devpi',
    prefix: 'devpi',
    location: '',
    identifier: 'alice-Ab3dEf7h',
    rootKey: keyOfBytes,
    caveats: ['allowed=pkg_read,upload', 'expires=1900000000', 'indexes=alice/dev'],
    chain: [],
    signature: 'c535bab7363ce12cb4182e9952c79be4d3dede52d2a42a90a5b333c1f209a0ab',
    body: 'AgEAAg5hbGljZS1BYjNkRWY3aAACF2FsbG93ZWQ9cGtnX3JlYWQsdXBsb2FkAAISZXhwaXJlcz0xOTAwMDAwMDAwAAIRaW5kZXhlcz1hbGljZS9kZXYAAAYgxTW6tzY84Sy0GC6ZUseb5NPe3lLSpCqQpbMzwfIJoKs',
  },
  {
    title: 'with a root key that was derived',
    location: 'index.example.test',
    identifier: '0123456789ABCDEFGHIJKL',
    rootKey: Buffer.from('4f7d59c012c1c8cdcb81c3068d1a63f146cd6f12e402fee4ef7bafbee0544664', 'hex'),
    caveats: ['[0,1900000000,1700000000]'],
    chain: [],
    signature: '7bcc85356120f2e2113d03caed2e00c0d6d96d1d30e8ad19d09de6df13d0a1e3',
    body: 'AgESaW5kZXguZXhhbXBsZS50ZXN0AhYwMTIzNDU2Nzg5QUJDREVGR0hJSktMAAIZWzAsMTkwMDAwMDAwMCwxNzAwMDAwMDAwXQAABiB7zIU1YSDy4hE9A8rtLgDA1tltHTDorRnQnebfE9Ch4w',
  },
  {
    title: 'that was published',
    prefix: 'pypi',
    location: 'example.com',
    identifier: '123foo',
    rootKey: Buffer.from('ohsosecret'),
    caveats: [],
    chain: [],
    signature: '8ae13cad5afcb5eff529ed3be17550e1171f1c8d4fe77bfeb0b4eab13d4666c7',
    body: 'AgELZXhhbXBsZS5jb20CBjEyM2ZvbwAABiCK4TytWvy17_Up7TvhdVDhFx8cjU_ne_6wtOqxPUZmxw',
  },
];
