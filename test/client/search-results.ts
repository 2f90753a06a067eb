/** What the server of constants finds: by the query, and within an index what lies there. */
interface Asked {
  query: string;
  packageIndex?: string | null;
}

const found = {
  http: [
    result('team/prod', 'Http-Client', { match: 'EXACT', latestVersion: '2.1', summary: 'Sends requests.' }),
    result('team/mirror', 'http-mirror', { match: 'WORDS' }),
  ],
  many: Array.from({ length: 150 }, (_, number) =>
    result('team/prod', `many-${number}`, { match: 'PREFIX' }),
  ),
};

export function searchResults({ query, packageIndex }: Asked) {
  const results = query.startsWith('http') ? found.http : query === 'many' ? found.many : [];
  return packageIndex ? results.filter((each) => each.packageIndex.path === packageIndex) : results;
}

function result(path: string, name: string, more: object) {
  const about = { name, normalizedName: name.toLowerCase(), latestVersion: null, summary: null };
  return { packageIndex: { path }, ...about, ...more };
}
