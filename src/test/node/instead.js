// What one would write instead of this program: ccxt, asked for what it knows of each key. Measured by
// gunbot.preflight.benchmark.Footprint, which says on standard input where the stand-ins are and which keys they know:
//   { "binance": { "origin": "http://127.0.0.1:1234", "key": "…", "secret": "…", "passphrase": "…" }, … }
// Prints one line of JSON, then stays until its standard input ends, so that its memory can be read.
import readline from 'node:readline'
import ccxt from 'ccxt'

/** The requests that a user would send for each exchange, each by ccxt's own name for it. */
const asked = {
  binance: [ccxt.binance, e => e.sapiGetAccountApiRestrictions(), e => e.sapiGetAccountInfo()],
  'binance-futures': [ccxt.binanceusdm, e => e.sapiGetAccountApiRestrictions(), e => e.fapiPrivateGetAccountConfig()],
  bitfinex: [ccxt.bitfinex, e => e.privatePostAuthRPermissions()],
  bitmex: [ccxt.bitmex, e => e.privateGetApiKey()],
  bittrex: [ccxt.bittrex, e => e.privateGetBalances()],
  cex: [ccxt.cex, e => e.privatePostGetMyAccountStatusV3()],
  'coinbase-pro': [ccxt.coinbaseexchange, e => e.privateGetFees(), e => e.privateGetAccounts()],
  huobi: [ccxt.htx, async e => e.v2PrivateGetUserApiKey({ uid: (await e.v2PrivateGetUserUid()).data })],
  kraken: [ccxt.kraken, e => e.privatePostGetApiKeyInfo()],
  kucoin: [ccxt.kucoin, e => e.privateGetUserApiKey()],
  nash: [ccxt.nash],
  poloniex: [ccxt.poloniex, e => e.privateGetAccounts(), e => e.privateGetAccountsBalances({ accountType: 'SPOT' })]
}

/** The same addresses, at a stand-in; what is signed keeps the real host. */
function moved (urls, origin) {
  return Object.fromEntries(Object.entries(urls).map(([name, url]) =>
    [name, typeof url === 'string' ? url.replace(/^https:\/\/[^/]+/, origin) : moved(url, origin)]))
}

async function report (id, { origin, key, secret, passphrase }) {
  const [Exchange, ...questions] = asked[id] ?? []
  if (!Exchange) return { error: 'not in ccxt' }
  const exchange = new Exchange({ apiKey: key, secret, password: passphrase })
  exchange.urls.api = moved(exchange.urls.api, origin)
  // KuCoin's documentation wants it with each request, and so does the stand-in; ccxt leaves it out
  if (id === 'kucoin') exchange.headers = { 'Content-Type': 'application/json' }
  try {
    const answers = []
    for (const question of questions) answers.push(await question(exchange))
    return { answers }
  } catch (refusal) {
    return { error: `${refusal.constructor.name}: ${refusal.message}`.slice(0, 200) }
  }
}

const input = readline.createInterface({ input: process.stdin })
input.once('line', async line => {
  const keys = JSON.parse(line)
  const reports = await Promise.all(Object.entries(keys).map(async ([id, key]) => [id, await report(id, key)]))
  console.log(JSON.stringify(Object.fromEntries(reports)))
})
input.once('close', () => process.exit())
